package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.base;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.spread;
import static io.scarlet.backend.cpu.Lanes.store;
import static io.scarlet.backend.cpu.Lanes.zero;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops of products: a tile of the result stays in registers while the sums run over
 * {@code p} in order, with fused multiply-add. Four rows by two vectors, three by three, or eight
 * by one leave registers for the operands on processors that have 16.
 *
 * <p>{@code rows...} write {@code C = A B}, {@code A [rows, depth]}; {@code columns...} add to
 * {@code C} the product of the transposed of {@code A [depth, step]} with a {@code B} in rows.
 * {@code A} is on the heap, where the compiler can prove the bounds of scalars and needs few nodes
 * to read one.
 */
final class Tiles {

  private Tiles() {}

  /**
   * Four rows of A, each {@code depth} long, from {@code a[at]} on. Two steps at a time share the
   * arithmetic on indices.
   */
  static void rows4x2(float[] a, int at, int depth, long panel, long c, long stride) {
    int at1 = at + depth;
    int at2 = at1 + depth;
    int at3 = at2 + depth;
    FloatVector s00 = zero();
    FloatVector s01 = zero();
    FloatVector s10 = zero();
    FloatVector s11 = zero();
    FloatVector s20 = zero();
    FloatVector s21 = zero();
    FloatVector s30 = zero();
    FloatVector s31 = zero();
    int p = 0;
    for (; p + 2 <= depth; p += 2) {
      long b = base(panel + p * (2 * VECTOR));
      FloatVector b0 = load(b);
      FloatVector b1 = load(b + VECTOR);
      FloatVector x = spread(a[at + p]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = spread(a[at1 + p]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = spread(a[at2 + p]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = spread(a[at3 + p]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      b0 = load(b + 2 * VECTOR);
      b1 = load(b + 3 * VECTOR);
      x = spread(a[at + p + 1]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = spread(a[at1 + p + 1]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = spread(a[at2 + p + 1]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = spread(a[at3 + p + 1]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
    }
    if (p < depth) {
      long b = base(panel + p * (2 * VECTOR));
      FloatVector b0 = load(b);
      FloatVector b1 = load(b + VECTOR);
      FloatVector x = spread(a[at + p]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = spread(a[at1 + p]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = spread(a[at2 + p]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = spread(a[at3 + p]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
    }
    long to = base(c);
    store(s00, to);
    store(s01, to + VECTOR);
    to = base(to + stride);
    store(s10, to);
    store(s11, to + VECTOR);
    to = base(to + stride);
    store(s20, to);
    store(s21, to + VECTOR);
    to = base(to + stride);
    store(s30, to);
    store(s31, to + VECTOR);
  }

  /** Three rows of A, each {@code depth} long, from {@code a[at]} on. */
  static void rows3x3(float[] a, int at, int depth, long panel, long c, long stride) {
    int at1 = at + depth;
    int at2 = at1 + depth;
    FloatVector s00 = zero();
    FloatVector s01 = zero();
    FloatVector s02 = zero();
    FloatVector s10 = zero();
    FloatVector s11 = zero();
    FloatVector s12 = zero();
    FloatVector s20 = zero();
    FloatVector s21 = zero();
    FloatVector s22 = zero();
    for (int p = 0; p < depth; p++) {
      long b = base(panel + p * (3 * VECTOR));
      FloatVector b0 = load(b);
      FloatVector b1 = load(b + VECTOR);
      FloatVector b2 = load(b + 2 * VECTOR);
      FloatVector x = spread(a[at + p]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      x = spread(a[at1 + p]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      x = spread(a[at2 + p]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
    }
    long to = base(c);
    store(s00, to);
    store(s01, to + VECTOR);
    store(s02, to + 2 * VECTOR);
    to = base(to + stride);
    store(s10, to);
    store(s11, to + VECTOR);
    store(s12, to + 2 * VECTOR);
    to = base(to + stride);
    store(s20, to);
    store(s21, to + VECTOR);
    store(s22, to + 2 * VECTOR);
  }

  /** Eight rows of A, each {@code depth} long, from {@code a[at]} on, for few columns. */
  static void rows8x1(float[] a, int at, int depth, long panel, long c, long stride) {
    int at1 = at + depth;
    int at2 = at1 + depth;
    int at3 = at2 + depth;
    int at4 = at3 + depth;
    int at5 = at4 + depth;
    int at6 = at5 + depth;
    int at7 = at6 + depth;
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    FloatVector s4 = zero();
    FloatVector s5 = zero();
    FloatVector s6 = zero();
    FloatVector s7 = zero();
    for (int p = 0; p < depth; p++) {
      FloatVector b = load(base(panel + p * VECTOR));
      s0 = spread(a[at + p]).fma(b, s0);
      s1 = spread(a[at1 + p]).fma(b, s1);
      s2 = spread(a[at2 + p]).fma(b, s2);
      s3 = spread(a[at3 + p]).fma(b, s3);
      s4 = spread(a[at4 + p]).fma(b, s4);
      s5 = spread(a[at5 + p]).fma(b, s5);
      s6 = spread(a[at6 + p]).fma(b, s6);
      s7 = spread(a[at7 + p]).fma(b, s7);
    }
    long to = base(c);
    store(s0, to);
    to = base(to + stride);
    store(s1, to);
    to = base(to + stride);
    store(s2, to);
    to = base(to + stride);
    store(s3, to);
    to = base(to + stride);
    store(s4, to);
    to = base(to + stride);
    store(s5, to);
    to = base(to + stride);
    store(s6, to);
    to = base(to + stride);
    store(s7, to);
  }

  /**
   * Four columns of A from {@code a[at]} on, whose rows are {@code step} apart; those of B are
   * {@code row} bytes apart.
   */
  static void columns4x2(
      float[] a, int at, int step, int depth, long b, long row, long c, long stride) {
    FloatVector s00 = zero();
    FloatVector s01 = zero();
    FloatVector s10 = zero();
    FloatVector s11 = zero();
    FloatVector s20 = zero();
    FloatVector s21 = zero();
    FloatVector s30 = zero();
    FloatVector s31 = zero();
    for (int p = 0; p < depth; p++) {
      long right = base(b + p * row);
      int i = at + p * step;
      FloatVector b0 = load(right);
      FloatVector b1 = load(right + VECTOR);
      FloatVector x = spread(a[i]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = spread(a[i + 1]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = spread(a[i + 2]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = spread(a[i + 3]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
    }
    long to = base(c);
    store(load(to).add(s00), to);
    store(load(to + VECTOR).add(s01), to + VECTOR);
    to = base(to + stride);
    store(load(to).add(s10), to);
    store(load(to + VECTOR).add(s11), to + VECTOR);
    to = base(to + stride);
    store(load(to).add(s20), to);
    store(load(to + VECTOR).add(s21), to + VECTOR);
    to = base(to + stride);
    store(load(to).add(s30), to);
    store(load(to + VECTOR).add(s31), to + VECTOR);
  }

  /**
   * Three columns of A from {@code a[at]} on, whose rows are {@code step} apart; those of B are
   * {@code row} bytes apart.
   */
  static void columns3x3(
      float[] a, int at, int step, int depth, long b, long row, long c, long stride) {
    FloatVector s00 = zero();
    FloatVector s01 = zero();
    FloatVector s02 = zero();
    FloatVector s10 = zero();
    FloatVector s11 = zero();
    FloatVector s12 = zero();
    FloatVector s20 = zero();
    FloatVector s21 = zero();
    FloatVector s22 = zero();
    for (int p = 0; p < depth; p++) {
      long right = base(b + p * row);
      int i = at + p * step;
      FloatVector b0 = load(right);
      FloatVector b1 = load(right + VECTOR);
      FloatVector b2 = load(right + 2 * VECTOR);
      FloatVector x = spread(a[i]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      x = spread(a[i + 1]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      x = spread(a[i + 2]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
    }
    long to = base(c);
    store(load(to).add(s00), to);
    store(load(to + VECTOR).add(s01), to + VECTOR);
    store(load(to + 2 * VECTOR).add(s02), to + 2 * VECTOR);
    to = base(to + stride);
    store(load(to).add(s10), to);
    store(load(to + VECTOR).add(s11), to + VECTOR);
    store(load(to + 2 * VECTOR).add(s12), to + 2 * VECTOR);
    to = base(to + stride);
    store(load(to).add(s20), to);
    store(load(to + VECTOR).add(s21), to + VECTOR);
    store(load(to + 2 * VECTOR).add(s22), to + 2 * VECTOR);
  }

  /**
   * Eight columns of A from {@code a[at]} on, whose rows are {@code step} apart; those of B are
   * {@code row} bytes apart.
   */
  static void columns8x1(
      float[] a, int at, int step, int depth, long b, long row, long c, long stride) {
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    FloatVector s4 = zero();
    FloatVector s5 = zero();
    FloatVector s6 = zero();
    FloatVector s7 = zero();
    for (int p = 0; p < depth; p++) {
      FloatVector right = load(base(b + p * row));
      int i = at + p * step;
      s0 = spread(a[i]).fma(right, s0);
      s1 = spread(a[i + 1]).fma(right, s1);
      s2 = spread(a[i + 2]).fma(right, s2);
      s3 = spread(a[i + 3]).fma(right, s3);
      s4 = spread(a[i + 4]).fma(right, s4);
      s5 = spread(a[i + 5]).fma(right, s5);
      s6 = spread(a[i + 6]).fma(right, s6);
      s7 = spread(a[i + 7]).fma(right, s7);
    }
    long to = base(c);
    store(load(to).add(s0), to);
    to = base(to + stride);
    store(load(to).add(s1), to);
    to = base(to + stride);
    store(load(to).add(s2), to);
    to = base(to + stride);
    store(load(to).add(s3), to);
    to = base(to + stride);
    store(load(to).add(s4), to);
    to = base(to + stride);
    store(load(to).add(s5), to);
    to = base(to + stride);
    store(load(to).add(s6), to);
    to = base(to + stride);
    store(load(to).add(s7), to);
  }
}
