package io.scarlet.evaluator.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.evaluator.scoring.Score;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.Costs;
import io.scarlet.events.DataSettings;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.LatencySettings;
import io.scarlet.events.Origin;
import io.scarlet.events.ScoreSource;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LatencyEventsTest {

  @Test
  void aCandidateIsTimedAsItsEventSaysAndNotWhereThatHasNoRuns() {
    assertThat(ProposedCandidate.of(proposed(new LatencySettings(7, 2, 4))).timing())
        .contains(new Candidate.Timing(7, 2, 4));
    assertThat(ProposedCandidate.of(proposed(new LatencySettings(0, 2, 4))).timing()).isEmpty();
    assertThat(ProposedCandidate.of(proposed(LatencySettings.newBuilder().build())).timing())
        .isEmpty();
  }

  @Test
  void aScoreTellsItsLatencyWhereThereIsOne() {
    assertThat(scored(OptionalDouble.of(1.25)).getLatency()).isEqualTo(1.25);
    assertThat(scored(OptionalDouble.empty()).getLatency()).isNull();
  }

  private static CandidateScored scored(OptionalDouble latency) {
    Candidate candidate = ProposedCandidate.of(proposed(new LatencySettings(7, 2, 4)));
    Score score = new Score(0.5, OptionalDouble.of(1), latency);
    return ScoredCandidate.of(candidate, new Outcome.Scored(score, Duration.ofMillis(3)), "me");
  }

  private static CandidateProposed proposed(LatencySettings latency) {
    return CandidateProposed.newBuilder()
        .setCandidateId("s1-g000-s00")
        .setSearchId("s1")
        .setGeneration(0)
        .setSlot(0)
        .setCode("01")
        .setOrigin(Origin.SEEDED)
        .setCosts(new Costs(1L, 1L, 1))
        .setSeed(1)
        .setData(DataSettings.newBuilder().build())
        .setEvaluation(
            EvaluationSettings.newBuilder()
                .setSource(ScoreSource.SUPERNET)
                .setLatency(latency)
                .build())
        .build();
  }
}
