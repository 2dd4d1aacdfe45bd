package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Score;
import io.scarlet.evaluator.scoring.Scorer;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Scorers of tables for tests. */
final class Scorers {

  private Scorers() {}

  /** Gives every candidate the same score, once something else is done. */
  static Scorer after(Consumer<Candidate> first) {
    return new Scorer() {
      @Override
      public Candidate.Source source() {
        return Candidate.Source.TABLE;
      }

      @Override
      public Score score(Candidate candidate) {
        first.accept(candidate);
        return new Score(0.25, OptionalDouble.empty(), OptionalDouble.empty());
      }
    };
  }

  /** Gives every candidate the same score. */
  static Scorer content() {
    return after(candidate -> {});
  }
}
