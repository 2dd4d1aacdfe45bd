package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;
import static io.scarlet.backend.cpu.Lanes.base;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;
import static io.scarlet.backend.cpu.Lanes.zero;

import jdk.incubator.vector.FloatVector;

/**
 * The taps of a window over one vector of channels. Weights lie one vector after the other in the
 * order of the taps.
 */
final class Taps {

  private static final int BLOCK = 8;

  /** Divides the widths that come of 224, the usual one. */
  private static final int SEVEN = 7;

  private static final int SMALL = 4;

  private final long[] offsets;

  /**
   * Some taps.
   *
   * @param offsets bytes from the first place of a window to each
   */
  Taps(long[] offsets) {
    this.offsets = offsets.clone();
  }

  /**
   * Writes a row of sums.
   *
   * @param x address of the first window; the next ones start a vector further each
   * @param place bytes from a sum to the next
   * @param count sums
   */
  void row(long x, long weights, long y, long place, int count) {
    int i = 0;
    if (count % SEVEN == 0) {
      for (; i < count; i += SEVEN) {
        seven(x + i * VECTOR, weights, y + i * place, place);
      }
      return;
    }
    for (; i + BLOCK <= count; i += BLOCK) {
      eight(x + i * VECTOR, weights, y + i * place, place);
    }
    for (; i + SMALL <= count; i += SMALL) {
      four(x + i * VECTOR, weights, y + i * place, place);
    }
    if (i < count && count >= SMALL) {
      // The last windows overlap those before: the same values are written again.
      i = count - SMALL;
      four(x + i * VECTOR, weights, y + i * place, place);
      return;
    }
    for (; i < count; i++) {
      one(x + i * VECTOR, weights, y + i * place);
    }
  }

  private void eight(long x, long weights, long y, long place) {
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    FloatVector s4 = zero();
    FloatVector s5 = zero();
    FloatVector s6 = zero();
    FloatVector s7 = zero();
    for (int tap = 0; tap < offsets.length; tap++) {
      long at = base(x + offsets[tap]);
      FloatVector w = load(weights + tap * VECTOR);
      s0 = w.fma(load(at), s0);
      s1 = w.fma(load(at + VECTOR), s1);
      s2 = w.fma(load(at + 2 * VECTOR), s2);
      s3 = w.fma(load(at + 3 * VECTOR), s3);
      s4 = w.fma(load(at + 4 * VECTOR), s4);
      s5 = w.fma(load(at + 5 * VECTOR), s5);
      s6 = w.fma(load(at + 6 * VECTOR), s6);
      s7 = w.fma(load(at + 7 * VECTOR), s7);
    }
    store(s0, y);
    store(s1, y + place);
    store(s2, y + 2 * place);
    store(s3, y + 3 * place);
    store(s4, y + 4 * place);
    store(s5, y + 5 * place);
    store(s6, y + 6 * place);
    store(s7, y + 7 * place);
  }

  private void seven(long x, long weights, long y, long place) {
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    FloatVector s4 = zero();
    FloatVector s5 = zero();
    FloatVector s6 = zero();
    for (int tap = 0; tap < offsets.length; tap++) {
      long at = base(x + offsets[tap]);
      FloatVector w = load(weights + tap * VECTOR);
      s0 = w.fma(load(at), s0);
      s1 = w.fma(load(at + VECTOR), s1);
      s2 = w.fma(load(at + 2 * VECTOR), s2);
      s3 = w.fma(load(at + 3 * VECTOR), s3);
      s4 = w.fma(load(at + 4 * VECTOR), s4);
      s5 = w.fma(load(at + 5 * VECTOR), s5);
      s6 = w.fma(load(at + 6 * VECTOR), s6);
    }
    store(s0, y);
    store(s1, y + place);
    store(s2, y + 2 * place);
    store(s3, y + 3 * place);
    store(s4, y + 4 * place);
    store(s5, y + 5 * place);
    store(s6, y + 6 * place);
  }

  private void four(long x, long weights, long y, long place) {
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    for (int tap = 0; tap < offsets.length; tap++) {
      long at = base(x + offsets[tap]);
      FloatVector w = load(weights + tap * VECTOR);
      s0 = w.fma(load(at), s0);
      s1 = w.fma(load(at + VECTOR), s1);
      s2 = w.fma(load(at + 2 * VECTOR), s2);
      s3 = w.fma(load(at + 3 * VECTOR), s3);
    }
    store(s0, y);
    store(s1, y + place);
    store(s2, y + 2 * place);
    store(s3, y + 3 * place);
  }

  private void one(long x, long weights, long y) {
    FloatVector sum = zero();
    for (int tap = 0; tap < offsets.length; tap++) {
      sum = load(x + offsets[tap]).fma(load(weights + tap * VECTOR), sum);
    }
    store(sum, y);
  }
}
