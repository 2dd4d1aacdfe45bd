package io.scarlet.bench;

import java.util.Locale;

/** Both sides got other losses from the same weights and pictures, so their times say nothing. */
final class DifferentWorkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DifferentWorkException(String net, int step, double ours, double peers) {
    super(
        String.format(
            Locale.ROOT,
            "%s: at step %d Scarlet's loss is %.6f and PyTorch's %.6f, so they do not do the same",
            net,
            step,
            ours,
            peers));
  }
}
