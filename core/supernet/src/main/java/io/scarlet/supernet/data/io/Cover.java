package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;

/**
 * How a picture covers a shape: scaled until it just does, the middle visible.
 *
 * @param pictureWidth pixels
 * @param pictureHeight pixels
 * @param shape what is covered
 */
record Cover(int pictureWidth, int pictureHeight, FeatureMap shape) {

  private double scale() {
    return Math.max((double) shape.width() / pictureWidth, (double) shape.height() / pictureHeight);
  }

  /** Pixels of the whole picture's width when scaled. */
  int width() {
    return (int) Math.round(pictureWidth * scale());
  }

  /** Pixels of the whole picture's height when scaled. */
  int height() {
    return (int) Math.round(pictureHeight * scale());
  }

  /** What becomes of a channel across. */
  Resampling across(double planeWidth) {
    return Resampling.of(planeWidth, width(), shape.width());
  }

  /** What becomes of a channel down. */
  Resampling down(double planeHeight) {
    return Resampling.of(planeHeight, height(), shape.height());
  }
}
