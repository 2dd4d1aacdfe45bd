package io.scarlet.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Candidate CANDIDATE = Candidates.of(Candidate.Source.SUPERNET, "", "012");

  /** Fails so often, then scores. */
  private static final class Stumbling implements Scorer {
    private final int failures;
    private int attempts;

    Stumbling(int failures) {
      this.failures = failures;
    }

    @Override
    public Candidate.Source source() {
      return Candidate.Source.SUPERNET;
    }

    @Override
    public Score score(Candidate candidate) {
      attempts++;
      if (attempts <= failures) {
        throw new IllegalStateException("the store does\nnot answer");
      }
      return new Score(0.5, OptionalDouble.of(1.25), OptionalDouble.empty());
    }
  }

  @Test
  void aScorerThatFailsGetsMoreAttempts() throws InterruptedException {
    Stumbling scorer = new Stumbling(2);
    List<RuntimeException> failures = new ArrayList<>();
    Outcome outcome = new Evaluation(List.of(scorer), 2, failures::add).of(CANDIDATE);
    assertThat(outcome).isInstanceOf(Outcome.Scored.class);
    assertThat(scorer.attempts).isEqualTo(3);
    assertThat(failures).hasSize(2);
  }

  @Test
  void afterTheLastAttemptTheCandidateFailsWithTheReasonInOneLine() throws InterruptedException {
    Stumbling scorer = new Stumbling(Integer.MAX_VALUE);
    List<RuntimeException> failures = new ArrayList<>();
    Outcome outcome = new Evaluation(List.of(scorer), 1, failures::add).of(CANDIDATE);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo(
                        "gave up after 2 attempts: IllegalStateException: the store does not"
                            + " answer"));
    assertThat(scorer.attempts).isEqualTo(2);
    assertThat(failures).hasSize(2);
  }

  @Test
  void aCandidateThatCannotBeScoredFailsAtOnce() throws InterruptedException {
    Outcome outcome =
        new Evaluation(List.of(new TableScorer()), 3, _ -> {})
            .of(Candidates.of(Candidate.Source.TABLE, "none", "0"));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("no table 'none'"));
  }

  @Test
  void aSourceWithoutAScorerFailsTheCandidate() throws InterruptedException {
    Outcome outcome = new Evaluation(List.of(new TableScorer()), 3, _ -> {}).of(CANDIDATE);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo("this evaluator cannot score by SUPERNET, only by [TABLE]"));
  }

  @Test
  void twoScorersOfOneSourceAreRefused() {
    assertThatThrownBy(
            () -> new Evaluation(List.of(new TableScorer(), new TableScorer()), 3, _ -> {}))
        .hasMessage("two scorers serve TABLE");
  }
}
