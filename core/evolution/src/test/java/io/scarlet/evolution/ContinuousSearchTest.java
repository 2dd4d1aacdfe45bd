package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.evolution.Rejection.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A search whose training goes on: which weights it scores with, and when. */
class ContinuousSearchTest {

  private static final Adoption SCHEDULED = new Adoption.Scheduled(3);
  private static final Adoption AS_IT_COMES = new Adoption.AsItComes();

  private final Run run = new Run();

  @Test
  void a_schedule_gives_each_checkpoint_as_many_generations_and_the_last_one_all_that_are_left() {
    Run done = Beside.run(Beside.settings(new Nsga2(), SCHEDULED, 1, 120), 3, new Random(5));

    assertThat(steps(done).subList(0, 8))
        .containsExactly(100L, 100L, 100L, 200L, 200L, 200L, 300L, 300L);
    assertThat(steps(done).subList(8, steps(done).size())).isNotEmpty().containsOnly(300L);
  }

  @Test
  void a_schedule_waits_for_a_checkpoint_that_is_due() {
    start(SCHEDULED, 200);
    publish(100);
    scoreGenerations(3);

    assertThat(run.waiting).isEmpty();
    assertThat(run.state.running()).isFalse();
    assertThat(run.state.generation().number()).isEqualTo(3);

    publish(200);
    assertThat(run.state.running()).isTrue();
    assertThat(run.waiting)
        .isNotEmpty()
        .allMatch(Candidate::rescored)
        .allMatch(candidate -> candidate.checkpointSha256().equals("sha-200"));
  }

  @Test
  void as_it_comes_takes_the_newest_when_a_generation_opens_and_passes_over_those_before() {
    start(AS_IT_COMES, 200);
    publish(100);
    publish(200);
    publish(300);
    assertThat(run.waiting).allMatch(one -> one.checkpointSha256().equals("sha-100"));
    scoreGenerations(3);

    assertThat(steps(run)).containsExactly(100L, 300L, 300L);
  }

  @Test
  void checkpoints_from_before_the_request_count() {
    publish(100);
    publish(200);
    run.fold(new Fact.Requested(Beside.settings(new Nsga2(), AS_IT_COMES, 1, 60)));

    assertThat(run.waiting).allMatch(one -> one.checkpointSha256().equals("sha-200"));
  }

  @Test
  void after_a_pause_it_goes_on_with_the_newest() {
    start(AS_IT_COMES, 200);
    publish(100);
    run.fold(new Fact.Controlled(Control.PAUSE, ""));
    scoreGenerations(1);
    publish(200);
    publish(300);
    assertThat(run.waiting).isEmpty();

    run.fold(new Fact.Controlled(Control.RESUME, ""));
    assertThat(run.waiting).allMatch(one -> one.checkpointSha256().equals("sha-300"));
  }

  @Test
  void a_search_ends_though_more_checkpoints_come_and_says_why_it_does_not_want_them() {
    start(AS_IT_COMES, 6);
    publish(100);
    scoreGenerations(1);

    assertThat(run.last().end()).contains(EndReason.BUDGET_SPENT);
    rejected(
        Searches.weights(200, true), Reason.NOT_RUNNING, "the search is complete: budget spent");
  }

  @Test
  void a_checkpoint_that_is_told_again_does_not_count() {
    start(SCHEDULED, 60);
    publish(100);
    publish(200);

    rejected(
        Searches.weights(100, false),
        Reason.CHECKPOINT_UNUSED,
        "the checkpoint of step 100 was published before");
    rejected(
        Searches.weights(150, false),
        Reason.CHECKPOINT_UNUSED,
        "the checkpoint of step 150 comes after that of step 200");
  }

  @Test
  void other_weights_for_a_step_that_has_some_are_refused() {
    start(SCHEDULED, 60);
    publish(100);

    rejected(
        new Checkpoint(100, false, "file:///other", "cd34", 10),
        Reason.CHECKPOINT_CONTRADICTED,
        "step 100 gave checkpoint sha-100 before and now cd34: its training does not repeat"
            + " itself");
  }

  @Test
  void a_score_of_the_weights_before_does_not_count_for_the_candidate_that_is_scored_anew() {
    start(SCHEDULED, 200);
    publish(100);
    publish(200);
    scoreGenerations(3);
    Candidate anew = run.waiting.getFirst();
    Step step = run.fold(new Fact.Scored(anew.id().toString(), Searches.score(0.9), "sha-100"));

    assertThat(step.rejection()).map(Rejection::reason).contains(Reason.OTHER_CHECKPOINT);
  }

  @Test
  void where_the_budget_has_no_room_for_all_survivors_the_weights_stay() {
    start(AS_IT_COMES, 11);
    publish(100);
    publish(200);
    scoreGenerations(2);

    assertThat(steps(run)).containsExactly(100L, 100L);
    assertThat(run.last().end()).contains(EndReason.BUDGET_SPENT);
  }

  @Test
  void a_small_space_is_scored_anew_by_each_checkpoint_and_ends_with_the_last() {
    SearchSettings tiny = Changed.of(Searches.supernet(500, 4)).adoption(SCHEDULED).settings();
    run.fold(new Fact.Requested(tiny));
    publish(100);
    scoreTiny();
    assertThat(run.state.end()).isEmpty();
    assertThat(run.state.running()).isFalse();

    publish(200);
    scoreTiny();
    assertThat(run.state.end()).isEmpty();

    run.fold(new Fact.CheckpointPublished(Searches.weights(300, true)));
    scoreTiny();
    assertThat(run.last().end()).contains(EndReason.SPACE_EXHAUSTED);
    for (String weights : List.of("sha-100", "sha-200", "sha-300")) {
      assertThat(run.proposed())
          .filteredOn(candidate -> candidate.checkpointSha256().equals(weights))
          .extracting(Candidate::architecture)
          .hasSize(9)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void a_stop_amid_the_new_scores_leaves_the_front_of_the_weights_before_whole() {
    start(SCHEDULED, 200);
    publish(100);
    publish(200);
    scoreGenerations(3);
    Decision.CompleteGeneration before = run.last();
    run.fold(Beside.scored(run.waiting.removeFirst()));
    run.fold(new Fact.Controlled(Control.STOP, ""));

    assertThat(run.last().checkpoint()).isEqualTo(before.checkpoint());
    assertThat(run.last().front())
        .extracting(Member::evaluation)
        .isEqualTo(before.front().stream().map(Member::evaluation).toList());
    assertThat(run.last().hypervolume()).isEqualTo(before.hypervolume());
    assertThat(run.last().evaluated()).singleElement().matches(one -> one.candidate().rescored());
    assertThat(run.last().evaluations()).isEqualTo(before.evaluations() + 1);
  }

  @Test
  void a_stop_while_it_waits_for_weights_ends_with_what_there_is() {
    start(SCHEDULED, 200);
    publish(100);
    scoreGenerations(3);
    Decision.CompleteGeneration before = run.last();
    run.fold(new Fact.Controlled(Control.STOP, ""));

    assertThat(run.last().end()).contains(EndReason.STOPPED);
    assertThat(run.last().evaluated()).isEmpty();
    assertThat(run.last().checkpoint()).isEqualTo(before.checkpoint());
    assertThat(run.last().hypervolume()).isEqualTo(before.hypervolume());
  }

  @Test
  void a_stall_is_one_of_the_scores_of_one_checkpoint() {
    Limits stall = new Limits(400, 0, 3, 1);
    SearchSettings settings =
        Changed.of(Beside.settings(new Nsga2(), SCHEDULED, 1, 400)).limits(stall).settings();
    Run stalled = Beside.run(settings, 3, new Random(1));

    assertThat(steps(stalled))
        .containsExactly(100L, 100L, 100L, 200L, 200L, 200L, 300L, 300L, 300L, 300L);
    assertThat(stalled.last().end()).contains(EndReason.STALLED);
  }

  @Test
  void settings_that_contradict_one_another_are_refused_with_one_clear_line() {
    assertThatThrownBy(() -> new Adoption.Scheduled(1))
        .hasMessage("a checkpoint is kept for at least 2 generations, got 1");
    assertThatThrownBy(() -> Changed.of(Searches.macro(1, 1, 2)).adoption(AS_IT_COMES).settings())
        .hasMessage("a table of measured networks has no checkpoints: make LAST the adoption");
    assertThatThrownBy(
            () ->
                Changed.of(Searches.supernet(9, 2))
                    .adoption(SCHEDULED)
                    .mode(Mode.STEADY_STATE)
                    .settings())
        .hasMessageStartingWith("a steady state has no generation");
  }

  private void start(Adoption adoption, int budget) {
    run.fold(new Fact.Requested(Beside.settings(new Nsga2(), adoption, 1, budget)));
  }

  private void publish(long step) {
    assertThat(run.fold(new Fact.CheckpointPublished(Searches.weights(step, false))).rejection())
        .isEmpty();
  }

  private void scoreGenerations(int count) {
    int until = run.generations().size() + count;
    while (run.generations().size() < until) {
      run.fold(Beside.scored(run.waiting.removeFirst()));
    }
  }

  private void scoreTiny() {
    while (!run.waiting.isEmpty()) {
      Candidate next = run.waiting.removeFirst();
      run.fold(Searches.scored(next, next.architecture().choices().getFirst() / 4.0));
    }
  }

  private void rejected(Checkpoint checkpoint, Reason reason, String detail) {
    SearchState before = run.state;
    Step step = run.fold(new Fact.CheckpointPublished(checkpoint));

    assertThat(step.rejection()).isEqualTo(Optional.of(new Rejection(reason, detail)));
    assertThat(step.state()).isEqualTo(before);
  }

  private static List<Long> steps(Run run) {
    return run.generations().stream().map(done -> done.checkpoint().orElseThrow().step()).toList();
  }
}
