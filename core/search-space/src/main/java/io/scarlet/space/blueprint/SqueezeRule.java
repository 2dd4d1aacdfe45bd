package io.scarlet.space.blueprint;

/**
 * To how many channels a squeeze-and-excite squeezes. Publications differ: MnasNet divides the
 * block's input, MobileNetV3 the hidden channels and rounds to a multiple of 8.
 *
 * @param reduction divides the channels, rounded down, at least 1
 * @param base which channels are divided
 * @param divisor the result is rounded to the nearest multiple of it, upwards where that would lose
 *     more than a tenth; 1 leaves it as it is
 */
public record SqueezeRule(int reduction, Base base, int divisor) {

  /** A quarter of the hidden channels, rounded down: SCARLET's rule. */
  public static final SqueezeRule QUARTER_OF_HIDDEN = new SqueezeRule(4, Base.HIDDEN, 1);

  /** Which channels are divided. */
  public enum Base {
    /** The channels that the depthwise convolution works on. */
    HIDDEN,
    /** The channels that enter the block. */
    INPUT
  }

  public SqueezeRule {
    if (reduction < 1 || divisor < 1) {
      throw new IllegalArgumentException(
          "a squeeze needs a reduction and a divisor of at least 1, got "
              + reduction
              + " and "
              + divisor);
    }
  }

  /** The channels after the squeeze, at least 1. */
  public int squeezed(int input, int hidden) {
    int quotient = Math.max(1, (base == Base.HIDDEN ? hidden : input) / reduction);
    if (divisor == 1) {
      return quotient;
    }
    int rounded = Math.max(divisor, (quotient + divisor / 2) / divisor * divisor);
    return rounded < 0.9 * quotient ? rounded + divisor : rounded;
  }
}
