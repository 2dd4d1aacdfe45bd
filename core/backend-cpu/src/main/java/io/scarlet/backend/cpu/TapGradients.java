package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.base;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;
import static io.scarlet.backend.cpu.Lanes.zero;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Gradients of the weights of a window over one vector of channels, nine taps at a time: as many
 * sums as leave registers for what they are fed with.
 */
final class TapGradients {

  private static final int GROUP = 9;

  private final long[] offsets;
  private final long row;
  private final int height;
  private final int width;

  /**
   * Gradients over all windows of a picture.
   *
   * @param offsets bytes from the first place of a window to each tap
   * @param row bytes from the first window of a row to that of the next
   * @param height rows of windows
   * @param width windows in a row, each a vector from the next
   */
  TapGradients(long[] offsets, long row, int height, int width) {
    // What fills the last group is computed and not used.
    this.offsets = Arrays.copyOf(offsets, (offsets.length + GROUP - 1) / GROUP * GROUP);
    this.row = row;
    this.height = height;
    this.width = width;
  }

  /** Vectors of sums. */
  long size() {
    return offsets.length;
  }

  /**
   * Adds to {@code sums [size()][COUNT]}.
   *
   * @param x address of the plane
   * @param dy address of the gradient of the first sum; the next ones follow it
   * @param dyRow bytes from the gradient of the first sum of a row to that of the next row
   */
  void add(long x, long dy, long dyRow, long sums) {
    for (int tap = 0; tap < offsets.length; tap += GROUP) {
      addGroup(x, dy, dyRow, tap, sums + tap * VECTOR);
    }
  }

  private void addGroup(long x, long dy, long dyRow, int tap, long sums) {
    long t0 = offsets[tap];
    long t1 = offsets[tap + 1];
    long t2 = offsets[tap + 2];
    long t3 = offsets[tap + 3];
    long t4 = offsets[tap + 4];
    long t5 = offsets[tap + 5];
    long t6 = offsets[tap + 6];
    long t7 = offsets[tap + 7];
    long t8 = offsets[tap + 8];
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    FloatVector s4 = zero();
    FloatVector s5 = zero();
    FloatVector s6 = zero();
    FloatVector s7 = zero();
    FloatVector s8 = zero();
    for (int y = 0; y < height; y++) {
      long g = dy + y * dyRow;
      long at = x + y * row;
      for (int i = 0; i < width; i++) {
        FloatVector v = load(g);
        s0 = v.fma(load(at + t0), s0);
        s1 = v.fma(load(at + t1), s1);
        s2 = v.fma(load(at + t2), s2);
        s3 = v.fma(load(at + t3), s3);
        s4 = v.fma(load(at + t4), s4);
        s5 = v.fma(load(at + t5), s5);
        s6 = v.fma(load(at + t6), s6);
        s7 = v.fma(load(at + t7), s7);
        s8 = v.fma(load(at + t8), s8);
        at += VECTOR;
        g += VECTOR;
      }
    }
    long to = base(sums);
    store(load(to).add(s0), to);
    store(load(to + VECTOR).add(s1), to + VECTOR);
    store(load(to + 2 * VECTOR).add(s2), to + 2 * VECTOR);
    store(load(to + 3 * VECTOR).add(s3), to + 3 * VECTOR);
    store(load(to + 4 * VECTOR).add(s4), to + 4 * VECTOR);
    store(load(to + 5 * VECTOR).add(s5), to + 5 * VECTOR);
    store(load(to + 6 * VECTOR).add(s6), to + 6 * VECTOR);
    store(load(to + 7 * VECTOR).add(s7), to + 7 * VECTOR);
    store(load(to + 8 * VECTOR).add(s8), to + 8 * VECTOR);
  }
}
