package io.scarlet.evaluator.scoring;

/**
 * Scores candidates of one source. A score depends on the candidate alone: not on the time, the
 * evaluator, or what was scored before; but for a latency, which is measured. Used by one thread at
 * a time.
 *
 * <p>Every bean of this type takes part; there is one a source.
 */
public interface Scorer {

  /** Whose candidates it scores. */
  Candidate.Source source();

  /**
   * The candidate's score.
   *
   * @throws NotScorableException where trying again is of no use
   * @throws RuntimeException where another attempt may succeed
   */
  Score score(Candidate candidate) throws NotScorableException;
}
