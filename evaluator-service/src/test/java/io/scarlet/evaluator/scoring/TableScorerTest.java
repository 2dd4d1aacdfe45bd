package io.scarlet.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableScorerTest {

  private static final String TABLE = "nas-bench-macro-cifar10";

  private final TableScorer scorer = new TableScorer();

  @ParameterizedTest
  @CsvSource({"00000000, 0.4536333", "22222222, 0.9295333", "22212220, 0.9312667"})
  void theAccuracyIsTheMeanOfTheMeasuredRuns(String code, double accuracy) throws Exception {
    Score score = scorer.score(candidate(TABLE, code));
    assertThat(score.accuracy()).isCloseTo(accuracy, within(1e-7));
    assertThat(score.loss()).isEmpty();
  }

  @Test
  void codesOfTheSameNetworkScoreTheSame() throws Exception {
    assertThat(scorer.score(candidate(TABLE, "22212202")))
        .isEqualTo(scorer.score(candidate(TABLE, "22212220")));
  }

  @Test
  void anUnknownTableIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> scorer.score(candidate("nas-bench-201", "0")))
        .isInstanceOf(NotScorableException.class)
        .hasMessage(
            "no table 'nas-bench-201' of measured networks, there is nas-bench-macro-cifar10");
  }

  @Test
  void anIllegalCodeIsRefusedWithWhatIsLegal() {
    assertThatThrownBy(() -> scorer.score(candidate(TABLE, "00000003")))
        .isInstanceOf(NotScorableException.class)
        .hasMessageStartingWith("layer 8 has no choice '3'");
  }

  private static Candidate candidate(String table, String code) {
    return Candidates.of(Candidate.Source.TABLE, table, code);
  }
}
