package io.scarlet.space;

/**
 * What a network costs.
 *
 * @param params trainable weights, batch norms' scale and shift included
 * @param macs multiply-adds of convolutions and linear layers for one picture
 * @param depth searchable layers that are not a skip
 */
public record Costs(long params, long macs, int depth) {

  /** Nothing. */
  public static final Costs ZERO = new Costs(0, 0, 0);

  public Costs {
    if (params < 0 || macs < 0 || depth < 0) {
      throw new IllegalArgumentException(
          "costs are at least 0, got " + params + ", " + macs + ", " + depth);
    }
  }

  /** Both together. */
  public Costs plus(Costs other) {
    return new Costs(params + other.params, macs + other.macs, depth + other.depth);
  }

  /** The lesser of each. */
  Costs least(Costs other) {
    return new Costs(
        Math.min(params, other.params), Math.min(macs, other.macs), Math.min(depth, other.depth));
  }

  /** The greater of each. */
  Costs greatest(Costs other) {
    return new Costs(
        Math.max(params, other.params), Math.max(macs, other.macs), Math.max(depth, other.depth));
  }
}
