package io.scarlet.supernet.data;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.random.Draws;

/**
 * Random changes to a train picture: a crop out of the picture with black pixels around it, and a
 * horizontal flip half of the time.
 *
 * @param padding pixels around, at least 0
 * @param flip whether to flip
 */
public record Augmentation(int padding, boolean flip) {

  /** No change. */
  public static final Augmentation NONE = new Augmentation(0, false);

  public Augmentation {
    if (padding < 0) {
      throw new IllegalArgumentException("padding must be at least 0, got " + padding);
    }
  }

  /** Writes a changed picture, both {@code [H, W, C]}. */
  void apply(FeatureMap shape, byte[] from, byte[] to, Draws draws) {
    int down = padding == 0 ? 0 : draws.below(2 * padding + 1, 0) - padding;
    int right = padding == 0 ? 0 : draws.below(2 * padding + 1, 1) - padding;
    boolean mirrored = flip && draws.below(2, 2) == 1;
    int channels = shape.channels();
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int fromX = (mirrored ? shape.width() - 1 - x : x) + right;
        int fromY = y + down;
        boolean inside =
            fromX >= 0 && fromX < shape.width() && fromY >= 0 && fromY < shape.height();
        int at = (y * shape.width() + x) * channels;
        int source = (fromY * shape.width() + fromX) * channels;
        for (int c = 0; c < channels; c++) {
          to[at + c] = inside ? from[source + c] : 0;
        }
      }
    }
  }
}
