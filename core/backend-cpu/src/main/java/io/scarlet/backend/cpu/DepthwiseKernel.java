package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.below;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;
import static io.scarlet.backend.cpu.Lanes.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Depthwise convolution of one picture that has its padding around it: {@code x [H + k - 1, W + k -
 * 1, C]}, {@code w [k, k, C]}, {@code y [OH, OW, C]}. With the padding in place every window is
 * whole, and one loop over its taps serves them all.
 */
final class DepthwiseKernel {

  private static final int BLOCK = 4;
  private static final int TAPS = 8;

  private final int height;
  private final int width;
  private final int channels;
  private final int kernel;
  private final int stride;

  /** Bytes from the first place of a window to each of its taps. */
  private final long[] taps;

  DepthwiseKernel(int height, int width, int channels, int kernel, int stride) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.kernel = kernel;
    this.stride = stride;
    taps = new long[kernel * kernel];
    for (int tap = 0; tap < taps.length; tap++) {
      taps[tap] = ((long) tap / kernel * paddedWidth() + tap % kernel) * place();
    }
  }

  private int paddedWidth() {
    return width + kernel - 1;
  }

  private int outHeight() {
    return (height + stride - 1) / stride;
  }

  private int outWidth() {
    return (width + stride - 1) / stride;
  }

  private long place() {
    return (long) channels * Float.BYTES;
  }

  /** Values of a padded picture. */
  long paddedSize() {
    return (long) (height + kernel - 1) * paddedWidth() * channels;
  }

  /** Puts a picture {@code [H, W, C]} into its padding. */
  void pad(long x, long padded) {
    Lanes.clear(padded, paddedSize());
    long row = (long) width * channels;
    for (int y = 0; y < height; y++) {
      Lanes.copy(x + y * row * Float.BYTES, at(padded, y, 0), row);
    }
  }

  /**
   * Puts the gradient of the output {@code [OH, OW, C]} into the padding of the input, at the
   * places where its windows were: then the gradient of the input is a convolution with stride 1.
   */
  void padGradient(long dy, long padded) {
    Lanes.clear(padded, paddedSize());
    for (int oy = 0; oy < outHeight(); oy++) {
      for (int ox = 0; ox < outWidth(); ox++) {
        long from = dy + ((long) oy * outWidth() + ox) * place();
        Lanes.copy(from, at(padded, oy * stride, ox * stride), channels);
      }
    }
  }

  /** Address of a place of the picture within its padding. */
  private long at(long padded, int y, int x) {
    int padding = kernel / 2;
    return padded + ((long) (y + padding) * paddedWidth() + x + padding) * place();
  }

  /** All of {@code y}. */
  void forward(long x, long w, long y) {
    int columns = outWidth();
    long step = stride * place();
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      long wc = w + (long) c * Float.BYTES;
      for (int oy = 0; oy < outHeight(); oy++) {
        long from = x + (long) oy * paddedWidth() * step + (long) c * Float.BYTES;
        long to = y + (long) oy * columns * place() + (long) c * Float.BYTES;
        if (columns < BLOCK) {
          for (int ox = 0; ox < columns; ox++) {
            window(from + ox * step, wc, to + ox * place(), mask);
          }
        } else {
          int ox = 0;
          for (; ox + BLOCK <= columns; ox += BLOCK) {
            windows(from + ox * step, wc, to + ox * place(), mask);
          }
          if (ox < columns) {
            // The last block overlaps the one before: the same values are written again.
            ox = columns - BLOCK;
            windows(from + ox * step, wc, to + ox * place(), mask);
          }
        }
      }
    }
  }

  private void windows(long x, long w, long y, VectorMask<Float> mask) {
    long place = place();
    long step = stride * place;
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    for (long tap : taps) {
      long at = x + tap;
      FloatVector v = load(w, mask);
      s0 = load(at, mask).fma(v, s0);
      s1 = load(at + step, mask).fma(v, s1);
      s2 = load(at + 2 * step, mask).fma(v, s2);
      s3 = load(at + 3 * step, mask).fma(v, s3);
      w += place;
    }
    store(s0, y, mask);
    store(s1, y + place, mask);
    store(s2, y + 2 * place, mask);
    store(s3, y + 3 * place, mask);
  }

  private void window(long x, long w, long y, VectorMask<Float> mask) {
    FloatVector sum = zero();
    for (long tap : taps) {
      sum = load(x + tap, mask).fma(load(w, mask), sum);
      w += place();
    }
    store(sum, y, mask);
  }

  /**
   * Adds the gradient of this picture to {@code dw}; the number of taps is one more than eights.
   */
  void weightGradient(long x, long dy, long dw) {
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      long offset = (long) c * Float.BYTES;
      int tap = 0;
      for (; tap + TAPS <= taps.length; tap += TAPS) {
        eightTaps(x + offset, dy + offset, dw + offset + tap * place(), tap, mask);
      }
      for (; tap < taps.length; tap++) {
        oneTap(x + offset + taps[tap], dy + offset, dw + offset + tap * place(), mask);
      }
    }
  }

  private void eightTaps(long x, long dy, long dw, int tap, VectorMask<Float> mask) {
    long place = place();
    long step = stride * place;
    long rowStep = (long) stride * paddedWidth() * place;
    int columns = outWidth();
    long t0 = taps[tap];
    long t1 = taps[tap + 1];
    long t2 = taps[tap + 2];
    long t3 = taps[tap + 3];
    long t4 = taps[tap + 4];
    long t5 = taps[tap + 5];
    long t6 = taps[tap + 6];
    long t7 = taps[tap + 7];
    FloatVector s0 = zero();
    FloatVector s1 = zero();
    FloatVector s2 = zero();
    FloatVector s3 = zero();
    FloatVector s4 = zero();
    FloatVector s5 = zero();
    FloatVector s6 = zero();
    FloatVector s7 = zero();
    long g = dy;
    for (int oy = 0; oy < outHeight(); oy++) {
      long at = x + oy * rowStep;
      for (int ox = 0; ox < columns; ox++) {
        FloatVector v = load(g, mask);
        s0 = load(at + t0, mask).fma(v, s0);
        s1 = load(at + t1, mask).fma(v, s1);
        s2 = load(at + t2, mask).fma(v, s2);
        s3 = load(at + t3, mask).fma(v, s3);
        s4 = load(at + t4, mask).fma(v, s4);
        s5 = load(at + t5, mask).fma(v, s5);
        s6 = load(at + t6, mask).fma(v, s6);
        s7 = load(at + t7, mask).fma(v, s7);
        at += step;
        g += place;
      }
    }
    increase(dw, s0, mask);
    increase(dw + place, s1, mask);
    increase(dw + 2 * place, s2, mask);
    increase(dw + 3 * place, s3, mask);
    increase(dw + 4 * place, s4, mask);
    increase(dw + 5 * place, s5, mask);
    increase(dw + 6 * place, s6, mask);
    increase(dw + 7 * place, s7, mask);
  }

  private void oneTap(long x, long dy, long dw, VectorMask<Float> mask) {
    long step = stride * place();
    long rowStep = (long) stride * paddedWidth() * place();
    FloatVector even = zero();
    FloatVector odd = zero();
    for (int oy = 0; oy < outHeight(); oy++) {
      long at = x + oy * rowStep;
      long g = dy + (long) oy * outWidth() * place();
      int ox = 0;
      for (; ox + 2 <= outWidth(); ox += 2) {
        even = load(at, mask).fma(load(g, mask), even);
        odd = load(at + step, mask).fma(load(g + place(), mask), odd);
        at += 2 * step;
        g += 2 * place();
      }
      if (ox < outWidth()) {
        even = load(at, mask).fma(load(g, mask), even);
      }
    }
    increase(dw, even.add(odd), mask);
  }

  private static void increase(long at, FloatVector by, VectorMask<Float> mask) {
    store(load(at, mask).add(by), at, mask);
  }
}
