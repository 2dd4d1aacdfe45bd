package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evolution.Rejection.Reason;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts that change nothing are named, never swallowed and never fatal. */
class AdmissionTest {

  private static final Checkpoint WEIGHTS = Searches.weights(200, true);

  private final Run run = new Run();

  @BeforeEach
  void start() {
    run.fold(new Fact.Requested(Searches.supernet(6, 2)));
    run.fold(new Fact.CheckpointPublished(WEIGHTS));
  }

  @Test
  void a_second_score_is_a_duplicate_also_when_its_generation_is_closed() {
    List<Candidate> first = List.copyOf(run.waiting);
    run.fold(Searches.scored(first.get(0), 0.5));
    rejected(
        Searches.scored(first.get(0), 0.9),
        Reason.DUPLICATE,
        "s1-g000-s00 has its outcome already");
    run.fold(Searches.scored(first.get(1), 0.5));
    rejected(
        Searches.scored(first.get(1), 0.5),
        Reason.DUPLICATE,
        "s1-g000-s01 has its outcome already");
  }

  @Test
  void a_score_for_what_nobody_proposed_is_unknown() {
    for (String id : List.of("s1-g000-s07", "s2-g000-s00", "s1-g001-s00", "s1-g0-s0", "nonsense")) {
      rejected(
          new Fact.Scored(id, Searches.score(0.5), "sha-200"),
          Reason.UNKNOWN_CANDIDATE,
          "nobody proposed candidate " + id);
    }
  }

  @Test
  void a_score_with_other_weights_does_not_count() {
    rejected(
        new Fact.Scored("s1-g000-s00", Searches.score(0.5), "cd34"),
        Reason.OTHER_CHECKPOINT,
        "s1-g000-s00 was scored with checkpoint 'cd34' instead of 'sha-200'");
  }

  @Test
  void an_accuracy_that_is_none_does_not_count() {
    for (double accuracy : new double[] {Double.NaN, -0.1, 1.01, Double.POSITIVE_INFINITY}) {
      rejected(
          Searches.scored(run.waiting.getFirst(), accuracy),
          Reason.NOT_AN_ACCURACY,
          "the accuracy of s1-g000-s00 lies in 0 to 1, got " + accuracy);
    }
    assertThat(run.fold(Searches.scored(run.waiting.getFirst(), 1)).rejection()).isEmpty();
  }

  @Test
  void a_loss_that_is_none_does_not_count() {
    for (double loss : new double[] {Double.NaN, -0.1, Double.POSITIVE_INFINITY}) {
      rejected(
          Searches.scored(run.waiting.getFirst(), 0.5, loss),
          Reason.NOT_A_LOSS,
          "the loss of s1-g000-s00 is at least 0 and finite, got " + loss);
    }
    assertThat(run.fold(Searches.scored(run.waiting.getFirst(), 0.5, 3)).rejection()).isEmpty();
  }

  @Test
  void a_second_request_or_checkpoint_does_not_count() {
    rejected(
        new Fact.Requested(Searches.macro(1, 1, 2)),
        Reason.ALREADY_REQUESTED,
        "the search was requested before");
    rejected(
        new Fact.CheckpointPublished(Searches.weights(300, true)),
        Reason.CHECKPOINT_UNUSED,
        "training was complete with checkpoint sha-200 of step 200");
  }

  @Test
  void nothing_counts_before_the_request_but_a_checkpoint() {
    Fact pause = new Fact.Controlled(Control.PAUSE, "");

    assertThat(Step.fold(SearchState.initial(), pause).rejection())
        .contains(new Rejection(Reason.NOT_RUNNING, "nobody requested this search"));
    assertThat(Step.fold(SearchState.initial(), new Fact.CheckpointPublished(WEIGHTS)).rejection())
        .isEmpty();
  }

  @Test
  void a_checkpoint_is_of_no_use_with_a_table() {
    Run table = new Run();
    table.fold(new Fact.Requested(Searches.macro(1, 4, 2)));

    assertThat(table.fold(new Fact.CheckpointPublished(WEIGHTS)).rejection())
        .contains(
            new Rejection(Reason.CHECKPOINT_UNUSED, "the search takes its scores from a table"));
  }

  private void rejected(Fact fact, Reason reason, String detail) {
    SearchState before = run.state;
    Step step = run.fold(fact);

    assertThat(step.rejection()).contains(new Rejection(reason, detail));
    assertThat(step.decisions()).isEmpty();
    assertThat(step.state()).isEqualTo(before);
    assertThat(Decider.apply(before, fact)).isEqualTo(before);
  }
}
