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
      s0 = load(at).fma(w, s0);
      s1 = load(at + VECTOR).fma(w, s1);
      s2 = load(at + 2 * VECTOR).fma(w, s2);
      s3 = load(at + 3 * VECTOR).fma(w, s3);
      s4 = load(at + 4 * VECTOR).fma(w, s4);
      s5 = load(at + 5 * VECTOR).fma(w, s5);
      s6 = load(at + 6 * VECTOR).fma(w, s6);
      s7 = load(at + 7 * VECTOR).fma(w, s7);
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

  private void four(long x, long weights, long y, long place) {
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    for (int tap = 0; tap < offsets.length; tap++) {
      long at = base(x + offsets[tap]);
      FloatVector w = load(weights + tap * VECTOR);
      s0 = load(at).fma(w, s0);
      s1 = load(at + VECTOR).fma(w, s1);
      s2 = load(at + 2 * VECTOR).fma(w, s2);
      s3 = load(at + 3 * VECTOR).fma(w, s3);
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
