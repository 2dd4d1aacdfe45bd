package io.scarlet.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchPast;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolution.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events of a parent make the past of its fork. */
class ForkPointTest {

  @TempDir private Path folder;
  private ForkPoint parent;

  @BeforeEach
  void read() throws IOException {
    parent = new ForkPoint(Search.of(GoldenLog.read(folder)));
  }

  private static SearchRequested fork(ForkPoint of, int shared, long seed) {
    SearchRequested request = of.request();
    EvolutionSettings evolution =
        EvolutionSettings.newBuilder(request.getEvolution()).setEvaluations(100).build();
    return SearchRequested.newBuilder(request)
        .setSearchId("fork")
        .setSeed(seed)
        .setEvolution(evolution)
        .setPast(of.past(shared))
        .build();
  }

  /** As an event of the parent would have it. */
  private static GenerationCompleted ofParent(GenerationCompleted announced, ForkPoint parent) {
    return GenerationCompleted.newBuilder(announced)
        .setSearchId(parent.request().getSearchId())
        .setBudget(parent.request().getEvolution().getEvaluations())
        .build();
  }

  @Test
  void a_fork_announces_its_parents_generations_event_for_event() {
    SearchRequested fork = fork(parent, 3, 99);

    Step step = Step.fold(SearchState.initial(), FactReader.fact(fork));

    List<GenerationCompleted> announced =
        step.decisions().stream()
            .filter(Decision.CompleteGeneration.class::isInstance)
            .map(done -> DecisionWriter.generation(fork, (Decision.CompleteGeneration) done))
            .map(done -> ofParent(done, parent))
            .toList();
    assertThat(announced).isEqualTo(fork.getPast().getGenerations());
    assertThat(step.decisions()).hasSizeGreaterThan(3);
    assertThat(step.decisions().subList(3, step.decisions().size()))
        .allMatch(Decision.Propose.class::isInstance);
  }

  @Test
  void it_leaves_the_parent_within_what_is_complete() {
    assertThat(parent.past(5).getGenerations()).hasSize(5);
    assertThatThrownBy(() -> parent.past(0))
        .hasMessage("a fork of golden leaves it at generation 1 to 5, got 0");
    assertThatThrownBy(() -> parent.past(6))
        .hasMessage("a fork of golden leaves it at generation 1 to 5, got 6");
    Search begun =
        Search.unknown()
            .after(
                parent.request(),
                Step.fold(SearchState.initial(), FactReader.fact(parent.request())));
    assertThatThrownBy(() -> new ForkPoint(begun).past(1))
        .hasMessage("golden has no complete generation yet, so there is nothing to share");
  }

  @Test
  void a_parent_that_trains_cannot_be_forked_yet() {
    SearchRequested training = SearchRequested.newBuilder(parent.request()).build();
    training.getEvaluation().setSource(ScoreSource.SUPERNET);
    Search known = parent.parent();
    Search trains =
        new Search(
            Optional.of(training),
            known.state(),
            known.generations(),
            known.finalists(),
            known.facts());

    assertThatThrownBy(() -> new ForkPoint(trains).past(1))
        .hasMessage(
            "golden is still training: a fork shares its weights, so wait for the last checkpoint");
  }

  @Test
  void a_past_that_does_not_fit_together_is_refused() {
    SearchRequested fork = fork(parent, 3, 1);
    SearchPast gap = SearchPast.newBuilder(fork.getPast()).build();
    gap.setGenerations(gap.getGenerations().subList(1, 3));
    fork.setPast(gap);

    assertThatThrownBy(() -> FactReader.fact(fork))
        .hasMessage("a fork shares all generations from 0 on, got generation 1 in place of 0");
  }
}
