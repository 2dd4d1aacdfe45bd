package io.scarlet.evolution.breeding;

/**
 * The draws of one slot: the n-th is a pure function of (seed, purpose, generation, slot, n), so
 * there is no generator whose state could be lost or shared. The mixing is SplitMix64's (Steele,
 * Lea, Flood 2014).
 */
public final class Draws {

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private final long origin;
  private long draw;

  private Draws(long origin) {
    this.origin = origin;
  }

  /** The draws of these coordinates, from the first. */
  public static Draws at(long seed, Purpose purpose, int generation, int slot) {
    long origin = mix(seed + GOLDEN_RATIO);
    origin = mix(origin ^ purpose.code());
    origin = mix(origin ^ generation);
    return new Draws(mix(origin ^ slot));
  }

  /** A whole number from 0 to the bound (exclusive), each as likely up to 2^-32. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a bound is at least 1, got " + bound);
    }
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Whether an event of this probability happens. */
  public boolean happens(double probability) {
    return fraction() < probability;
  }

  /** A number from 0 to 1 (exclusive), a multiple of 2^-53, each as likely. */
  public double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  private long next() {
    draw++;
    return mix(origin + draw * GOLDEN_RATIO);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
