package io.scarlet.log.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.CandidateScored;
import io.scarlet.events.ScoreStatus;
import io.scarlet.log.GoldenLog;
import io.scarlet.log.io.LogUnreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedScoresTest {

  @TempDir private Path folder;
  private RecordedScores recorded;

  @BeforeEach
  void read() throws IOException {
    recorded = RecordedScores.of(GoldenLog.read(folder));
  }

  @Test
  void every_candidate_with_a_score_that_counted_has_a_place() {
    assertThat(recorded.candidates()).isNotEmpty().hasSameSizeAs(recorded.scores());
    for (int i = 0; i < recorded.scores().size(); i++) {
      assertThat(recorded.scores().get(i).getStatus()).isEqualTo(ScoreStatus.SCORED);
      assertThat(recorded.scores().get(i).getCandidateId())
          .isEqualTo(recorded.candidates().get(i).getCandidateId());
    }
  }

  @Test
  void the_same_scores_agree_whoever_made_them_and_however_long_it_took() {
    List<CandidateScored> again = again();
    again.forEach(score -> score.setEvaluatorId("another"));
    again.forEach(score -> score.setMilliseconds(77));

    Agreement agreement = recorded.compare(again);

    assertThat(agreement.complete()).isTrue();
    assertThat(agreement.equal()).isEqualTo(again.size());
    assertThat(agreement.first()).isEmpty();
  }

  @Test
  void latencies_are_counted_and_not_compared() {
    recorded.scores().getFirst().setLatency(1.5);

    Agreement agreement = recorded.compare(again());
    recorded.scores().getFirst().setLatency(2.5);

    assertThat(agreement.timed()).isEqualTo(1);
    assertThat(recorded.compare(again())).isEqualTo(agreement);
    List<CandidateScored> untimed = again();
    untimed.getFirst().setLatency(null);
    assertThat(recorded.compare(untimed)).isEqualTo(agreement);
  }

  @Test
  void the_last_bit_of_an_accuracy_is_a_difference() {
    List<CandidateScored> again = again();
    CandidateScored changed = again.get(1);
    double accuracy = changed.getAccuracy();
    changed.setAccuracy(Math.nextUp(accuracy));

    Agreement agreement = recorded.compare(again);

    assertThat(agreement.complete()).isFalse();
    assertThat(agreement.different()).isEqualTo(1);
    assertThat(agreement.largestAccuracy()).isEqualTo(Math.nextUp(accuracy) - accuracy);
    assertThat(agreement.first().orElseThrow())
        .startsWith(changed.getCandidateId() + " had accuracy " + accuracy);
  }

  @Test
  void a_candidate_that_cannot_be_scored_again_is_no_difference_but_a_refusal() {
    List<CandidateScored> again = again();
    again.getFirst().setStatus(ScoreStatus.FAILED);
    again.getFirst().setFailure("the artifact is missing from the store");

    assertThatThrownBy(() -> recorded.compare(again))
        .isInstanceOf(LogUnreadable.class)
        .hasMessageEndingWith("cannot be scored again: the artifact is missing from the store");
  }

  private List<CandidateScored> again() {
    List<CandidateScored> again = new ArrayList<>();
    recorded.scores().forEach(score -> again.add(CandidateScored.newBuilder(score).build()));
    return again;
  }
}
