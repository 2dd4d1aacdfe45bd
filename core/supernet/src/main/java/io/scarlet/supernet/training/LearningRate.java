package io.scarlet.supernet.training;

/**
 * Linear warm-up to a peak, then the decay.
 *
 * @param peak highest learning rate
 * @param warmup steps of warm-up, at least 0
 * @param steps in all, more than the warm-up
 * @param stepsPerEpoch at least 1
 */
record LearningRate(double peak, long warmup, long steps, long stepsPerEpoch, RateDecay decay) {

  /** The learning rate of a step, counted from 0. */
  double at(long step) {
    if (step < warmup) {
      return peak * (step + 1) / warmup;
    }
    return switch (decay) {
      case RateDecay.Cosine() -> {
        double way = (double) (step - warmup) / Math.max(1, steps - warmup);
        yield peak * (1 + StrictMath.cos(Math.PI * way)) / 2;
      }
      case RateDecay.Exponential(double factor, double epochs) -> {
        double falls = StrictMath.floor((step - warmup) / (epochs * stepsPerEpoch));
        yield peak * StrictMath.pow(factor, falls);
      }
    };
  }
}
