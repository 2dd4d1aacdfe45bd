package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.scarlet.evolution.breeding.Origin;
import io.scarlet.space.Architecture;
import io.scarlet.space.CostModel;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FinalistsTest {

  private static final SearchSpace SPACE = Presets.preset("nas-bench-macro");

  @Test
  void they_are_the_best_the_knee_and_what_spreads_most() {
    List<Decision.ChooseFinalist> chosen =
        chosen(4, Map.of("00000000", 0.2, "11100000", 0.9, "11111111", 0.93, "22222222", 0.95));

    assertThat(chosen)
        .extracting(
            one -> one.member().candidate().architecture().code(), Decision.ChooseFinalist::why)
        .startsWith(tuple("22222222", "best accuracy"), tuple("11100000", "knee"));
    assertThat(chosen)
        .extracting(Decision.ChooseFinalist::why)
        .containsExactlyInAnyOrder("best accuracy", "knee", "spread", "lowest macs");
    assertThat(chosen).extracting(Decision.ChooseFinalist::place).containsExactly(1, 2, 3, 4);
    assertThat(chosen).extracting(Decision.ChooseFinalist::finalists).containsOnly(4);
  }

  @Test
  void networks_that_are_the_same_without_shared_weights_are_trained_once() {
    SearchSpace positioned = Presets.preset("fashion-quick");
    List<Decision.ChooseFinalist> chosen =
        chosen(Searches.settings(positioned, 1, 9, 2), 9, Map.of("0030000", 0.8, "0300000", 0.8));

    assertThat(chosen).hasSize(1);
  }

  @Test
  void a_front_of_one_gives_one_and_an_empty_front_none() {
    assertThat(chosen(3, Map.of("11111111", 0.9))).hasSize(1);
    assertThat(chosen(3, Map.of())).isEmpty();
  }

  @Test
  void a_search_chooses_them_right_behind_its_last_generation() {
    Run run = Run.of(Changed.of(Searches.macro(1, 60, 20)).finalists(3).settings());

    List<Decision> last = run.decisions.subList(run.decisions.size() - 4, run.decisions.size());
    assertThat(last.getFirst()).isEqualTo(run.last());
    assertThat(run.last().finalists()).isEqualTo(3);
    assertThat(last.subList(1, 4)).allMatch(Decision.ChooseFinalist.class::isInstance);
    run.assertGoesOnAfter(run.facts.size() - 1);
  }

  @Test
  void a_steady_state_chooses_them_too() {
    Run run =
        Run.of(
            Changed.of(Searches.macro(1, 60, 20)).mode(Mode.STEADY_STATE).finalists(2).settings());

    assertThat(run.decisions.getLast()).isInstanceOf(Decision.ChooseFinalist.class);
  }

  @Test
  void who_stops_a_search_wants_no_finalists() {
    Run run = new Run();
    run.fold(new Fact.Requested(Changed.of(Searches.macro(1, 60, 20)).finalists(3).settings()));
    run.fold(Searches.measured(run.waiting.removeFirst()));

    Step step = run.fold(new Fact.Controlled(Control.STOP, "enough"));

    assertThat(step.decisions()).hasSize(1);
    assertThat(run.last().front()).hasSize(1);
  }

  @Property(tries = 60)
  void as_many_as_wanted_are_chosen_each_once_and_more_never_change_the_first(
      @ForAll @IntRange(max = 20) int wanted, @ForAll @IntRange(min = 1, max = 500) int seed) {
    List<Member> front = Run.of(Searches.macro(seed, 40, 20)).last().front();

    List<Member> some = members(choose(Searches.macro(1, 9, 2), wanted, front));
    List<Member> more = members(choose(Searches.macro(1, 9, 2), wanted + 1, front));

    assertThat(some).doesNotHaveDuplicates().hasSize(Math.min(wanted, front.size()));
    assertThat(front).containsAll(some);
    assertThat(more.subList(0, some.size())).isEqualTo(some);
  }

  private static List<Member> members(List<Decision.ChooseFinalist> chosen) {
    return chosen.stream().map(Decision.ChooseFinalist::member).toList();
  }

  private static List<Decision.ChooseFinalist> chosen(int count, Map<String, Double> accuracies) {
    return chosen(Searches.settings(SPACE, 1, 9, 2), count, accuracies);
  }

  /** Of a front whose networks have these accuracies. */
  private static List<Decision.ChooseFinalist> chosen(
      SearchSettings settings, int count, Map<String, Double> accuracies) {
    List<Member> front = new ArrayList<>();
    new TreeMap<>(accuracies)
        .descendingMap()
        .forEach((code, accuracy) -> front.add(member(settings, front.size(), code, accuracy)));
    return choose(settings, count, front);
  }

  private static List<Decision.ChooseFinalist> choose(
      SearchSettings settings, int count, List<Member> front) {
    return Finalists.behind(
            Changed.of(settings).finalists(count).settings(),
            new Decision.CompleteGeneration(
                0,
                front,
                front,
                front,
                Optional.empty(),
                front.size(),
                0,
                0.5,
                Optional.of(EndReason.BUDGET_SPENT),
                0))
        .stream()
        .skip(1)
        .map(Decision.ChooseFinalist.class::cast)
        .toList();
  }

  private static Member member(SearchSettings settings, int slot, String code, double accuracy) {
    Architecture architecture = settings.space().parse(code);
    Candidate candidate =
        new Candidate(
            new CandidateId("s1", 0, slot),
            architecture,
            List.of(),
            Origin.SEEDED,
            CostModel.of(settings.space(), architecture),
            Optional.empty(),
            false);
    return new Member(
        new Evaluation(candidate, new Outcome.Score(accuracy, OptionalDouble.empty())), 0, 0);
  }
}
