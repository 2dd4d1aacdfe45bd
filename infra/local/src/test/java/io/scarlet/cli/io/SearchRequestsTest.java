package io.scarlet.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.CheckpointAdoption;
import io.scarlet.events.Direction;
import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.Objective;
import io.scarlet.events.Sampling;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.SearchStrategy;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.io.RequestYaml;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchRequestsTest {

  @ParameterizedTest
  @MethodSource("presets")
  void every_preset_is_a_whole_request(String name) {
    SearchRequested request = SearchInput.preset(name).request();

    assertThat(request.getName()).isEqualTo(name);
    assertThat(request.getSearchId()).matches(name + "-[0-9a-f]{8}");
    assertThat(request.getSpace()).contains("stages:");
  }

  static List<String> presets() {
    return RequestPresets.names();
  }

  @Test
  void what_is_not_written_has_the_default_of_the_schema() {
    SearchRequested request = request("space: fashion-quick\nname: mine\n");

    assertThat(request.getSeed()).isEqualTo(1);
    assertThat(request.getTraining().getEpochs()).isEqualTo(8);
    assertThat(request.getTraining().getSampling()).isEqualTo(Sampling.STRICT);
    assertThat(request.getEvolution().getObjectives())
        .containsExactly(
            new Objective("accuracy", Direction.MAXIMIZE),
            new Objective("macs", Direction.MINIMIZE));
  }

  @Test
  void a_new_request_takes_the_standard_strategy_though_old_logs_are_read_as_nsga2() {
    assertThat(request("space: fashion-quick\nname: mine\n").getEvolution().getStrategy())
        .isEqualTo(SearchStrategy.PREDICTOR);
    assertThat(EvolutionSettings.newBuilder().build().getStrategy())
        .isEqualTo(SearchStrategy.NSGA2);
  }

  @Test
  void a_table_knows_no_loss() {
    SearchInput input =
        SearchInput.preset("nas-bench-macro")
            .with("evolution.objectives=[{name: loss, direction: minimize}]");

    assertThatThrownBy(input::request)
        .isInstanceOf(RequestRefused.class)
        .hasMessageEndingWith(
            "a table of measured networks knows no loss: make accuracy the objective");
  }

  @Test
  void a_table_knows_no_latency() {
    SearchInput table = SearchInput.preset("nas-bench-macro");

    for (String wish :
        List.of(
            "evolution.objectives=[{name: latency, direction: minimize}]",
            "evolution.constraints=[{name: latency, atMost: 5}]",
            "evaluation.latency.runs=3")) {
      assertThatThrownBy(table.with(wish)::request)
          .isInstanceOf(RequestRefused.class)
          .hasMessageContaining("a table of measured networks knows no latency");
    }
  }

  @Test
  void a_latency_is_measured_where_it_is_wanted_and_not_elsewhere() {
    SearchInput plain = SearchInput.preset("fashion-quick");

    assertThat(runs(plain)).isZero();
    assertThat(runs(plain.with("evolution.objectives=[{name: latency, direction: minimize}]")))
        .isEqualTo(30);
    SearchInput bounded = plain.with("evolution.constraints=[{name: latency, atMost: 5}]");
    assertThat(runs(bounded)).isEqualTo(30);
    assertThat(runs(bounded.with("evaluation.latency.runs=7"))).isEqualTo(7);
    assertThat(runs(plain.with("evaluation.latency.runs=7"))).isEqualTo(7);
  }

  private static int runs(SearchInput input) {
    return input.request().getEvaluation().getLatency().getRuns();
  }

  @Test
  void newer_weights_need_a_training_that_publishes_some_and_generations_to_adopt_them() {
    SearchInput scheduled =
        SearchInput.preset("fashion-quick").with("evolution.adoption=scheduled");
    SearchInput published = scheduled.with("training.checkpointEveryEpochs=2");

    assertThat(published.request().getEvolution().getAdoption())
        .isEqualTo(CheckpointAdoption.SCHEDULED);
    assertThatThrownBy(scheduled::request)
        .isInstanceOf(RequestRefused.class)
        .hasMessageEndingWith(
            "'evolution.adoption' is SCHEDULED, but one checkpoint is published: set"
                + " 'training.checkpointEveryEpochs'");
    assertThatThrownBy(() -> published.with("evolution.mode=STEADY_STATE").request())
        .hasMessageEndingWith(
            "'evolution.adoption' is SCHEDULED, which needs generations: set 'evolution.mode' to"
                + " GENERATIONAL");
    assertThatThrownBy(
            () ->
                SearchInput.preset("nas-bench-macro")
                    .with("evolution.adoption=AS_IT_COMES")
                    .request())
        .hasMessageEndingWith(
            "'evolution.adoption' is AS_IT_COMES, but a table of measured networks has no"
                + " checkpoints");
  }

  @Test
  void settings_are_read_with_their_types() {
    SearchRequested request =
        request(
            """
            name: mine
            space: nas-bench-macro
            seed: -7
            evaluation: {source: table, table: nas-bench-macro-cifar10}
            training: {learningRate: 4e-2, flip: false, sampling: UNIFORM}
            evolution:
              constraints:
                - {name: macs, atMost: 330e6}
            """);

    assertThat(request.getSeed()).isEqualTo(-7);
    assertThat(request.getEvaluation().getSource()).isEqualTo(ScoreSource.TABLE);
    assertThat(request.getTraining().getLearningRate()).isEqualTo(0.04);
    assertThat(request.getTraining().getFlip()).isFalse();
    assertThat(request.getEvolution().getConstraints().getFirst().getAtMost()).isEqualTo(330e6);
    assertThat(request.getEvolution().getConstraints().getFirst().getAtLeast()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          training: {epoch: 3}              | line 2, column 12: 'training' has no setting 'epoch': did you mean 'epochs'?
          trainings: {}                     | line 2, column 1: a request has no setting 'trainings': did you mean 'training'?
          training: {epochs: many}          | line 2, column 20: 'epochs' needs a whole number, got 'many'
          training: {epochs: 2.5}           | line 2, column 20: 'epochs' needs a whole number, got '2.5'
          training: {epochs: 0}             | line 2, column 20: 'epochs' needs a whole number, at least 1, got '0'
          training: {epochs: }              | line 2, column 19: 'epochs' needs one value, got nothing
          training: {epochs: [1]}           | line 2, column 20: 'epochs' needs one value, got a list
          training: {flip: yes}             | line 2, column 18: 'flip' is true or false, got 'yes'
          training: {learningRate: 0}       | line 2, column 26: 'learningRate' needs a number, above 0, got '0'
          training: {learningRate: .nan}    | line 2, column 26: 'learningRate' needs a number, got '.nan'
          training: {sampling: fair}        | line 2, column 22: 'sampling' is one of STRICT, UNIFORM, got 'fair'
          training: 3                       | line 2, column 11: 'training' needs keys and values, got '3'
          evolution: {objectives: []}       | line 2, column 25: 'objectives' needs at least 1 item
          evolution: {objectives: [{name: speed, direction: maximize}]} | line 2, column 33: 'name' is one of accuracy, loss, latency, macs, params, depth, got 'speed'
          evolution: {constraints: [{name: macs}]} | the constraint on macs bounds nothing
          evolution: {strategy: best}       | line 2, column 23: 'strategy' is one of NSGA2, PREDICTOR, AGING, RANDOM, got 'best'
          evolution: {stallGain: 0}         | line 2, column 24: 'stallGain' needs a number, above 0 and at most 1, got '0'
          evaluation: {source: TABLE}       | there is no table ''
          """)
  void what_the_schema_does_not_allow_is_refused_with_its_place(String line, String message) {
    assertThatThrownBy(() -> request("space: fashion-quick\n" + line + "\nname: mine\n"))
        .isInstanceOf(RequestRefused.class)
        .hasMessageStartingWith("test")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void a_setting_of_the_command_line_overrides_the_file() {
    SearchRequested request =
        SearchInput.preset("fashion-quick")
            .with("training.epochs=4")
            .with("evolution.objectives=[{name: params, direction: minimize}]")
            .with("--seed 9", List.of("seed"), "9")
            .request();

    assertThat(request.getTraining().getEpochs()).isEqualTo(4);
    assertThat(request.getEvolution().getObjectives())
        .containsExactly(new Objective("params", Direction.MINIMIZE));
    assertThat(request.getSeed()).isEqualTo(9);
  }

  @Test
  void a_setting_of_the_command_line_is_refused_by_its_own_words() {
    assertThatThrownBy(
            () -> SearchInput.preset("fashion-quick").with("training.epochs=x").request())
        .hasMessage("--set training.epochs=x: 'epochs' needs a whole number, got 'x'");
    assertThatThrownBy(() -> SearchInput.preset("fashion-quick").with("space.more=1"))
        .hasMessage("--set space.more=1: 'space' is 'fashion-quick' and has no keys");
    assertThatThrownBy(() -> SearchInput.preset("fashion-quick").with("epochs"))
        .hasMessageContaining("write key=value");
  }

  @Property(tries = 50)
  void equal_requests_have_equal_ids_and_other_requests_other_ids(
      @ForAll @IntRange(min = 1, max = 1000) int epochs,
      @ForAll @IntRange(min = 1, max = 1000) int thousandths) {
    SearchRequested once = with(epochs, thousandths);

    assertThat(with(epochs, thousandths).getSearchId()).isEqualTo(once.getSearchId());
    assertThat(with(epochs + 1, thousandths).getSearchId()).isNotEqualTo(once.getSearchId());
  }

  private static SearchRequested with(int epochs, int thousandths) {
    return SearchInput.preset("fashion-quick")
        .with("training.epochs=" + epochs)
        .with("training.learningRate=" + thousandths / 1000.0)
        .request();
  }

  @Test
  void the_request_that_a_run_leaves_behind_asks_for_the_same_search() {
    SearchRequested request = SearchInput.preset("fashion-quick").with("seed=5").request();

    assertThat(request(Json.document(Json.ofRequest(request)))).isEqualTo(request);
  }

  private static SearchRequested request(String yaml) {
    return new SearchInput(RequestYaml.mapping("test", yaml), Path.of("")).request();
  }
}
