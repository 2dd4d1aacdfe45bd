package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.ZERO;
import static io.scarlet.backend.cpu.Lanes.below;
import static io.scarlet.backend.cpu.Lanes.load;
import static io.scarlet.backend.cpu.Lanes.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Depthwise convolution of one picture. {@code x [H, W, C]}, {@code w [k, k, C]}, {@code y [OH, OW,
 * C]}; padding {@code k / 2}.
 *
 * @param height of the input
 * @param width of the input
 * @param channels of both
 */
record DepthwiseKernel(int height, int width, int channels, int kernel, int stride) {

  int outHeight() {
    return (height + stride - 1) / stride;
  }

  int outWidth() {
    return (width + stride - 1) / stride;
  }

  private int padding() {
    return kernel / 2;
  }

  /** First output column whose window starts within the picture. */
  private int innerFrom() {
    return Math.min(outWidth(), (padding() + stride - 1) / stride);
  }

  /** Output column behind the last whose window ends within the picture. */
  private int innerTo() {
    int last = width - kernel + padding();
    return last < 0 ? innerFrom() : Math.clamp(last / stride + 1L, innerFrom(), outWidth());
  }

  /** All of {@code y}. */
  void forward(long x, long w, long y) {
    int from = innerFrom();
    int to = innerTo();
    long place = (long) channels * Float.BYTES;
    for (int oy = 0; oy < outHeight(); oy++) {
      int top = oy * stride - padding();
      int ky0 = Math.max(0, -top);
      int ky1 = Math.min(kernel, height - top);
      for (int c = 0; c < channels; c += COUNT) {
        VectorMask<Float> mask = below(c, channels);
        long xc = x + (long) c * Float.BYTES;
        long wc = w + (long) c * Float.BYTES;
        long yc = y + (long) oy * outWidth() * place + (long) c * Float.BYTES;
        int ox = 0;
        for (; ox < from; ox++) {
          store(window(xc, wc, top, ox, ky0, ky1, mask), yc + ox * place, mask);
        }
        for (; ox + 4 <= to; ox += 4) {
          inner4(xc, wc, yc + ox * place, top, ox, ky0, ky1, mask);
        }
        for (; ox < outWidth(); ox++) {
          store(window(xc, wc, top, ox, ky0, ky1, mask), yc + ox * place, mask);
        }
      }
    }
  }

  private void inner4(
      long x, long w, long y, int top, int ox, int ky0, int ky1, VectorMask<Float> mask) {
    long place = (long) channels * Float.BYTES;
    long step = stride * place;
    FloatVector s0 = ZERO;
    FloatVector s1 = ZERO;
    FloatVector s2 = ZERO;
    FloatVector s3 = ZERO;
    for (int ky = ky0; ky < ky1; ky++) {
      long at = x + ((long) (top + ky) * width + (long) ox * stride - padding()) * place;
      long weight = w + (long) ky * kernel * place;
      for (int kx = 0; kx < kernel; kx++) {
        FloatVector v = load(weight, mask);
        s0 = load(at, mask).fma(v, s0);
        s1 = load(at + step, mask).fma(v, s1);
        s2 = load(at + 2 * step, mask).fma(v, s2);
        s3 = load(at + 3 * step, mask).fma(v, s3);
        at += place;
        weight += place;
      }
    }
    store(s0, y, mask);
    store(s1, y + place, mask);
    store(s2, y + 2 * place, mask);
    store(s3, y + 3 * place, mask);
  }

  private FloatVector window(
      long x, long w, int top, int ox, int ky0, int ky1, VectorMask<Float> mask) {
    long place = (long) channels * Float.BYTES;
    int left = ox * stride - padding();
    int kx0 = Math.max(0, -left);
    int kx1 = Math.min(kernel, width - left);
    FloatVector sum = ZERO;
    for (int ky = ky0; ky < ky1; ky++) {
      for (int kx = kx0; kx < kx1; kx++) {
        FloatVector v = load(w + (long) (ky * kernel + kx) * place, mask);
        sum = load(x + ((long) (top + ky) * width + left + kx) * place, mask).fma(v, sum);
      }
    }
    return sum;
  }

  /** All of {@code dx}: each place gathers what it gave to the windows over it. */
  void inputGradient(long dy, long w, long dx) {
    long place = (long) channels * Float.BYTES;
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      long gc = dy + (long) c * Float.BYTES;
      long wc = w + (long) c * Float.BYTES;
      long xc = dx + (long) c * Float.BYTES;
      for (int iy = 0; iy < height; iy++) {
        for (int ix = 0; ix < width; ix++) {
          FloatVector sum = ZERO;
          for (int ky = (iy + padding()) % stride; ky < kernel; ky += stride) {
            int oy = Math.floorDiv(iy + padding() - ky, stride);
            if (oy < 0 || oy >= outHeight()) {
              continue;
            }
            for (int kx = (ix + padding()) % stride; kx < kernel; kx += stride) {
              int ox = Math.floorDiv(ix + padding() - kx, stride);
              if (ox >= 0 && ox < outWidth()) {
                FloatVector v = load(wc + (long) (ky * kernel + kx) * place, mask);
                sum = load(gc + ((long) oy * outWidth() + ox) * place, mask).fma(v, sum);
              }
            }
          }
          store(sum, xc + ((long) iy * width + ix) * place, mask);
        }
      }
    }
  }

  /** Adds the gradient of this picture to {@code dw}. */
  void weightGradient(long x, long dy, long dw) {
    long place = (long) channels * Float.BYTES;
    for (int c = 0; c < channels; c += COUNT) {
      VectorMask<Float> mask = below(c, channels);
      long xc = x + (long) c * Float.BYTES;
      long gc = dy + (long) c * Float.BYTES;
      long wc = dw + (long) c * Float.BYTES;
      for (int ky = 0; ky < kernel; ky++) {
        for (int kx = 0; kx < kernel; kx++) {
          long weight = wc + (long) (ky * kernel + kx) * place;
          store(load(weight, mask).add(tap(xc, gc, ky, kx, mask)), weight, mask);
        }
      }
    }
  }

  /** What one weight saw: the sum over all windows of input times output gradient. */
  private FloatVector tap(long x, long dy, int ky, int kx, VectorMask<Float> mask) {
    long place = (long) channels * Float.BYTES;
    int firstRow = Math.max(0, Math.ceilDiv(padding() - ky, stride));
    int endRow = Math.min(outHeight(), Math.floorDiv(height - 1 + padding() - ky, stride) + 1);
    int first = Math.max(0, Math.ceilDiv(padding() - kx, stride));
    int end = Math.min(outWidth(), Math.floorDiv(width - 1 + padding() - kx, stride) + 1);
    long step = stride * place;
    FloatVector even = ZERO;
    FloatVector odd = ZERO;
    for (int oy = firstRow; oy < endRow; oy++) {
      long at =
          x
              + ((long) (oy * stride - padding() + ky) * width
                      + (long) first * stride
                      - padding()
                      + kx)
                  * place;
      long g = dy + ((long) oy * outWidth() + first) * place;
      int ox = first;
      for (; ox + 2 <= end; ox += 2) {
        even = load(at, mask).fma(load(g, mask), even);
        odd = load(at + step, mask).fma(load(g + place, mask), odd);
        at += 2 * step;
        g += 2 * place;
      }
      if (ox < end) {
        even = load(at, mask).fma(load(g, mask), even);
      }
    }
    return even.add(odd);
  }
}
