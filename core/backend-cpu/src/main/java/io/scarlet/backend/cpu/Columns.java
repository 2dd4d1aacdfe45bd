package io.scarlet.backend.cpu;

import io.scarlet.space.blueprint.Operator;

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

  /** Writes the windows of the picture at {@code x} to {@code columns}. */
  void gather(long x, long columns) {
    long run = (long) op.in().channels() * Float.BYTES;
    forEachPlace(
        (place, tap) -> {
          long to = columns + tap * run;
          if (place < 0) {
            Lanes.clear(to, op.in().channels());
          } else {
            Lanes.copy(x + place * run, to, op.in().channels());
          }
        });
  }

  /** Adds the gradients of the windows to those of the picture at {@code dx}. */
  void scatter(long columns, long dx) {
    int channels = op.in().channels();
    long run = (long) channels * Float.BYTES;
    Lanes.clear(dx, op.in().size());
    forEachPlace(
        (place, tap) -> {
          if (place >= 0) {
            Elementwise.add(dx + place * run, columns + tap * run, channels);
          }
        });
  }

  private interface Visit {
    /**
     * @param place in the picture, negative in the padding
     * @param tap in the columns
     */
    void at(long place, long tap);
  }

  private void forEachPlace(Visit visit) {
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
            visit.at(inside ? (long) iy * width + ix : -1, tap++);
          }
        }
      }
    }
  }
}
