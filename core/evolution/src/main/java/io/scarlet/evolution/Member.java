package io.scarlet.evolution;

/**
 * A candidate with its outcome and its place in the population.
 *
 * @param evaluation the candidate with its outcome
 * @param rank front within the population, 0 the best; {@link #OUTSIDE} where it is no part of it
 * @param crowding crowding distance within its front; infinity at the ends, 0 outside
 */
public record Member(Evaluation evaluation, int rank, double crowding) {

  /** The rank of one that is not in the population. */
  public static final int OUTSIDE = -1;

  static Member outside(Evaluation evaluation) {
    return new Member(evaluation, OUTSIDE, 0);
  }

  /** The candidate. */
  public Candidate candidate() {
    return evaluation.candidate();
  }
}
