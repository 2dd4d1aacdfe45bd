package io.scarlet.bench;

import java.util.Locale;

/** Both sides made something else of the same input, so their times say nothing. */
final class DifferentWorkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DifferentWorkException(String message) {
    super(message);
  }

  /** Other losses of the same weights and pictures. */
  static DifferentWorkException losses(String net, int step, double ours, double peers) {
    return new DifferentWorkException(
        String.format(
            Locale.ROOT,
            "%s: at step %d Scarlet's loss is %.6f and PyTorch's %.6f, so they do not do the same",
            net,
            step,
            ours,
            peers));
  }

  /** Other pixels of the same file. */
  static DifferentWorkException pixels(String name, int picture, double mean, int most) {
    return new DifferentWorkException(
        String.format(
            Locale.ROOT,
            "%s: pixels of picture %d differ from Pillow's by %.2f on average and by up to %d,"
                + " so they do not do the same",
            name,
            picture,
            mean,
            most));
  }
}
