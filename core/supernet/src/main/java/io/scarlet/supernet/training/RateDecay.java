package io.scarlet.supernet.training;

/** How the learning rate falls after its warm-up. */
public sealed interface RateDecay {

  /** Half a cosine down to zero at the end (SGDR without restarts, arXiv 1608.03983). */
  record Cosine() implements RateDecay {}

  /**
   * By a factor, again and again.
   *
   * @param factor above 0, at most 1
   * @param epochs from one fall to the next, above 0
   */
  record Exponential(double factor, double epochs) implements RateDecay {

    /** That of MnasNet (arXiv 1807.11626). */
    public Exponential() {
      this(0.97, 2.4);
    }

    public Exponential {
      if (!(factor > 0 && factor <= 1 && epochs > 0)) {
        throw new IllegalArgumentException(
            "a learning rate falls by a factor in (0, 1] every so many epochs, got "
                + factor
                + " and "
                + epochs);
      }
    }
  }
}
