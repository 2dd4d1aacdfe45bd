package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.below;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.spread;
import static io.scarlet.backend.cpu.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The matrix product {@code C(i, j) += sum over p of A(i, p) * B(p, j)}, with {@code B} and {@code
 * C} contiguous in {@code j} and {@code A} with any strides: with {@code A} transposed it is the
 * gradient of a weight. Sums run over {@code p} in order, in single precision with fused
 * multiply-add.
 */
final class Product {

  private static final long VECTOR = (long) COUNT * Float.BYTES;
  private static final int ROWS = 6;

  private Product() {}

  /**
   * @param a address of A, with byte strides {@code ai} for rows and {@code ap} for columns
   * @param b address of B, with byte stride {@code bp} for rows
   * @param c address of C, with byte stride {@code ci} for rows
   */
  static void multiply(
      long a,
      long ai,
      long ap,
      long b,
      long bp,
      long c,
      long ci,
      int rows,
      int columns,
      int depth) {
    int j = 0;
    for (; j + 2 * COUNT <= columns; j += 2 * COUNT) {
      long offset = (long) j * Float.BYTES;
      int i = 0;
      for (; i + ROWS <= rows; i += ROWS) {
        tile6x2(a + i * ai, ai, ap, b + offset, bp, c + i * ci + offset, ci, depth);
      }
      for (; i < rows; i++) {
        tile1x2(a + i * ai, ap, b + offset, bp, c + i * ci + offset, depth);
      }
    }
    for (; j < columns; j += COUNT) {
      VectorMask<Float> mask = below(j, columns);
      long offset = (long) j * Float.BYTES;
      int i = 0;
      for (; i + ROWS <= rows; i += ROWS) {
        tile6x1(a + i * ai, ai, ap, b + offset, bp, c + i * ci + offset, ci, depth, mask);
      }
      for (; i < rows; i++) {
        tile1x1(a + i * ai, ap, b + offset, bp, c + i * ci + offset, depth, mask);
      }
    }
  }

  private static void tile6x2(
      long a, long ai, long ap, long b, long bp, long c, long ci, int depth) {
    long c1 = c + ci;
    long c2 = c1 + ci;
    long c3 = c2 + ci;
    long c4 = c3 + ci;
    long c5 = c4 + ci;
    FloatVector s00 = load(c);
    FloatVector s01 = load(c + VECTOR);
    FloatVector s10 = load(c1);
    FloatVector s11 = load(c1 + VECTOR);
    FloatVector s20 = load(c2);
    FloatVector s21 = load(c2 + VECTOR);
    FloatVector s30 = load(c3);
    FloatVector s31 = load(c3 + VECTOR);
    FloatVector s40 = load(c4);
    FloatVector s41 = load(c4 + VECTOR);
    FloatVector s50 = load(c5);
    FloatVector s51 = load(c5 + VECTOR);
    for (int p = 0; p < depth; p++) {
      FloatVector b0 = load(b);
      FloatVector b1 = load(b + VECTOR);
      FloatVector x = spread(a);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = spread(a + ai);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = spread(a + 2 * ai);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = spread(a + 3 * ai);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      x = spread(a + 4 * ai);
      s40 = x.fma(b0, s40);
      s41 = x.fma(b1, s41);
      x = spread(a + 5 * ai);
      s50 = x.fma(b0, s50);
      s51 = x.fma(b1, s51);
      a += ap;
      b += bp;
    }
    store(s00, c);
    store(s01, c + VECTOR);
    store(s10, c1);
    store(s11, c1 + VECTOR);
    store(s20, c2);
    store(s21, c2 + VECTOR);
    store(s30, c3);
    store(s31, c3 + VECTOR);
    store(s40, c4);
    store(s41, c4 + VECTOR);
    store(s50, c5);
    store(s51, c5 + VECTOR);
  }

  private static void tile6x1(
      long a,
      long ai,
      long ap,
      long b,
      long bp,
      long c,
      long ci,
      int depth,
      VectorMask<Float> mask) {
    long c1 = c + ci;
    long c2 = c1 + ci;
    long c3 = c2 + ci;
    long c4 = c3 + ci;
    long c5 = c4 + ci;
    FloatVector s0 = load(c, mask);
    FloatVector s1 = load(c1, mask);
    FloatVector s2 = load(c2, mask);
    FloatVector s3 = load(c3, mask);
    FloatVector s4 = load(c4, mask);
    FloatVector s5 = load(c5, mask);
    for (int p = 0; p < depth; p++) {
      FloatVector b0 = load(b, mask);
      s0 = spread(a).fma(b0, s0);
      s1 = spread(a + ai).fma(b0, s1);
      s2 = spread(a + 2 * ai).fma(b0, s2);
      s3 = spread(a + 3 * ai).fma(b0, s3);
      s4 = spread(a + 4 * ai).fma(b0, s4);
      s5 = spread(a + 5 * ai).fma(b0, s5);
      a += ap;
      b += bp;
    }
    store(s0, c, mask);
    store(s1, c1, mask);
    store(s2, c2, mask);
    store(s3, c3, mask);
    store(s4, c4, mask);
    store(s5, c5, mask);
  }

  private static void tile1x2(long a, long ap, long b, long bp, long c, int depth) {
    FloatVector s0 = load(c);
    FloatVector s1 = load(c + VECTOR);
    for (int p = 0; p < depth; p++) {
      FloatVector x = spread(a);
      s0 = x.fma(load(b), s0);
      s1 = x.fma(load(b + VECTOR), s1);
      a += ap;
      b += bp;
    }
    store(s0, c);
    store(s1, c + VECTOR);
  }

  private static void tile1x1(
      long a, long ap, long b, long bp, long c, int depth, VectorMask<Float> mask) {
    FloatVector s = load(c, mask);
    for (int p = 0; p < depth; p++) {
      s = spread(a).fma(load(b, mask), s);
      a += ap;
      b += bp;
    }
    store(s, c, mask);
  }
}
