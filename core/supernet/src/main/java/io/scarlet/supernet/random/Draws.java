package io.scarlet.supernet.random;

/**
 * Random numbers at coordinates. A training that is resumed at step 500 draws there what an
 * undisturbed one would have drawn, since no draw depends on one before.
 *
 * <p>The mixing function is the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
 */
public final class Draws {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long key;

  private Draws(long key) {
    this.key = key;
  }

  /**
   * The draws of a search for one purpose.
   *
   * @param seed of the search
   * @param purpose what the numbers are for: other purposes draw other numbers
   */
  public static Draws of(long seed, String purpose) {
    long key = mix(seed + GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      key = mix(key ^ purpose.charAt(i));
    }
    return new Draws(key);
  }

  /** The draws at a coordinate: an epoch, a step, a layer, a picture. */
  public Draws at(long coordinate) {
    return new Draws(mix(key ^ mix(coordinate + GOLDEN)));
  }

  /** 64 random bits. */
  public long bits(long index) {
    return mix(key + GOLDEN * (index + 1));
  }

  /** Uniform in [0, 1). */
  public double uniform(long index) {
    return (bits(index) >>> 11) * UNIT;
  }

  /** Uniform in 0 ... bound - 1; the bias is below bound / 2^63. */
  public int below(int bound, long index) {
    return (int) Math.floorMod(bits(index) >>> 1, (long) bound);
  }

  /** Standard normal (Box and Muller 1958). */
  public double normal(long index) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(2 * index)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(2 * index + 1));
  }

  /** A uniform permutation of 0 ... size - 1 (Fisher and Yates). */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = below(i + 1, i);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
