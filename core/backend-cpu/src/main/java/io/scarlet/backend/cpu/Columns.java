package io.scarlet.backend.cpu;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import java.util.Arrays;

/**
 * A dense convolution as a matrix product: the windows of one picture as rows of {@code [OH * OW, k
 * * k * C]}.
 */
record Columns(Operator.Convolution op) {

  int depth() {
    return op.kernel() * op.kernel() * op.in().channels();
  }

  /** Whether the features are their own columns. */
  boolean isPointwise() {
    return op.kernel() == 1 && op.stride() == 1;
  }

  /**
   * Reads some rows of all pictures.
   *
   * @param x address of the pictures {@code [N, H, W, C]}
   * @param row the first, counted over all pictures
   * @param to {@code [rows, depth]}
   */
  void read(long x, long row, int rows, float[] to) {
    if (isPointwise()) {
      Lanes.copy(x + row * depth() * Float.BYTES, to, 0, rows * depth());
      return;
    }
    FeatureMap out = op.out();
    long size = op.in().size() * Float.BYTES;
    int width = out.width();
    long picture = x + row / out.area() * size;
    int place = (int) (row % out.area());
    for (int i = 0; i < rows; i++) {
      int top = place / width * op.stride() - op.kernel() / 2;
      int left = place % width * op.stride() - op.kernel() / 2;
      window(picture, top, left, to, i * depth());
      place++;
      if (place == out.area()) {
        place = 0;
        picture += size;
      }
    }
  }

  private void window(long picture, int top, int left, float[] to, int start) {
    int channels = op.in().channels();
    int width = op.in().width();
    int run = op.kernel() * channels;
    int from = Math.max(0, -left) * channels;
    int end = Math.min(op.kernel(), width - left) * channels;
    for (int ky = 0; ky < op.kernel(); ky++) {
      int at = start + ky * run;
      int y = top + ky;
      if (y < 0 || y >= op.in().height()) {
        Arrays.fill(to, at, at + run, 0);
        continue;
      }
      long source = picture + ((long) y * width + left) * channels * Float.BYTES;
      for (int i = 0; i < run; i++) {
        to[at + i] = i < from || i >= end ? 0 : Lanes.get(source + (long) i * Float.BYTES);
      }
    }
  }

  /** Adds the gradients of the windows to those of the picture at {@code dx}. */
  void scatter(long columns, long dx) {
    int channels = op.in().channels();
    long run = (long) channels * Float.BYTES;
    Lanes.clear(dx, op.in().size());
    int height = op.in().height();
    int width = op.in().width();
    int padding = op.kernel() / 2;
    long tap = 0;
    for (int oy = 0; oy < op.out().height(); oy++) {
      for (int ox = 0; ox < op.out().width(); ox++) {
        for (int ky = 0; ky < op.kernel(); ky++) {
          int iy = oy * op.stride() - padding + ky;
          for (int kx = 0; kx < op.kernel(); kx++) {
            int ix = ox * op.stride() - padding + kx;
            boolean inside = iy >= 0 && iy < height && ix >= 0 && ix < width;
            if (inside) {
              Elementwise.add(dx + ((long) iy * width + ix) * run, columns + tap * run, channels);
            }
            tap++;
          }
        }
      }
    }
  }
}
