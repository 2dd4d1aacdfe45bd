package io.scarlet.evolution;

/**
 * When a search ends by itself. The first limit that is reached ends it.
 *
 * @param evaluations candidates to evaluate, at least 1
 * @param generations to complete; 0 for no limit
 * @param stallGenerations the search ends when the hypervolume has grown too little over so many
 *     generations; 0 for no limit
 * @param stallGain less growth than this is too little, above 0, as a share of the objective space
 */
public record Limits(int evaluations, int generations, int stallGenerations, double stallGain) {

  private static final double STANDARD_STALL_GAIN = 0.001;

  public Limits {
    check(evaluations >= 1, "a search evaluates at least 1 candidate, got " + evaluations);
    check(generations >= 0, "generations are 0 (no limit) or more, got " + generations);
    check(
        stallGenerations >= 0,
        "stallGenerations are 0 (no limit) or more, got " + stallGenerations);
    check(stallGain > 0 && stallGain <= 1, "stallGain lies above 0, up to 1, got " + stallGain);
  }

  /** A number of evaluations and no other limit. */
  public static Limits evaluations(int most) {
    return new Limits(most, 0, 0, STANDARD_STALL_GAIN);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
