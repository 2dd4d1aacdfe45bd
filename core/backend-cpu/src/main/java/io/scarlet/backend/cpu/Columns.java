package io.scarlet.backend.cpu;

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
    for (int i = 0; i < rows; i++) {
      long picture = (row + i) / op.out().area();
      int place = (int) ((row + i) % op.out().area());
      window(x + picture * op.in().size() * Float.BYTES, place, to, i * depth());
    }
  }

  private void window(long picture, int place, float[] to, int start) {
    int channels = op.in().channels();
    int width = op.in().width();
    int run = op.kernel() * channels;
    int top = place / op.out().width() * op.stride() - op.kernel() / 2;
    int left = place % op.out().width() * op.stride() - op.kernel() / 2;
    int first = Math.max(0, -left);
    int end = Math.min(op.kernel(), width - left);
    for (int ky = 0; ky < op.kernel(); ky++) {
      int at = start + ky * run;
      int y = top + ky;
      if (y < 0 || y >= op.in().height()) {
        Arrays.fill(to, at, at + run, 0);
        continue;
      }
      long from = picture + ((long) y * width + left + first) * channels * Float.BYTES;
      Arrays.fill(to, at, at + first * channels, 0);
      for (int i = at + first * channels; i < at + end * channels; i++) {
        to[i] = Lanes.get(from);
        from += Float.BYTES;
      }
      Arrays.fill(to, at + end * channels, at + run, 0);
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
