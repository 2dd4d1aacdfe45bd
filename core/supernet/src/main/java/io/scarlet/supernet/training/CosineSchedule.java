package io.scarlet.supernet.training;

/**
 * Linear warm-up to a peak, then half a cosine down to zero (SGDR without restarts, arXiv
 * 1608.03983).
 *
 * @param peak highest learning rate
 * @param warmup steps of warm-up, at least 0
 * @param steps in all, more than the warm-up
 */
record CosineSchedule(double peak, long warmup, long steps) {

  /** The learning rate of a step, counted from 0. */
  double at(long step) {
    if (step < warmup) {
      return peak * (step + 1) / warmup;
    }
    double way = (double) (step - warmup) / Math.max(1, steps - warmup);
    return peak * (1 + StrictMath.cos(Math.PI * way)) / 2;
  }
}
