package io.scarlet.backend.reference;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;

/** Dense and depthwise convolutions and their gradients, tap by tap. */
public final class Convolutions {

  private interface Tap {
    /**
     * One place of a window that lies within the picture.
     *
     * @param out place of the output, over all pictures
     * @param in place of the input, over all pictures
     * @param tap place in the kernel
     */
    void at(int out, int in, int tap);
  }

  private Convolutions() {}

  private static void forEachTap(
      FeatureMap in, FeatureMap out, int n, int kernel, int stride, Tap visit) {
    for (int picture = 0; picture < n; picture++) {
      for (int oy = 0; oy < out.height(); oy++) {
        for (int ox = 0; ox < out.width(); ox++) {
          for (int tap = 0; tap < kernel * kernel; tap++) {
            int y = oy * stride + tap / kernel - kernel / 2;
            int x = ox * stride + tap % kernel - kernel / 2;
            if (y >= 0 && y < in.height() && x >= 0 && x < in.width()) {
              visit.at(
                  (picture * out.height() + oy) * out.width() + ox,
                  (picture * in.height() + y) * in.width() + x,
                  tap);
            }
          }
        }
      }
    }
  }

  private interface Product {
    void at(int y, int x, int w);
  }

  private static void forEachProduct(Operator.Convolution op, int n, Product visit) {
    int channels = op.in().channels();
    int filters = op.filters();
    forEachTap(
        op.in(),
        op.out(),
        n,
        op.kernel(),
        op.stride(),
        (out, in, tap) -> {
          for (int c = 0; c < channels; c++) {
            for (int f = 0; f < filters; f++) {
              visit.at(out * filters + f, in * channels + c, (tap * channels + c) * filters + f);
            }
          }
        });
  }

  private static void forEachProduct(Operator.DepthwiseConvolution op, int n, Product visit) {
    int channels = op.in().channels();
    forEachTap(
        op.in(),
        op.out(),
        n,
        op.kernel(),
        op.stride(),
        (out, in, tap) -> {
          for (int c = 0; c < channels; c++) {
            visit.at(out * channels + c, in * channels + c, tap * channels + c);
          }
        });
  }

  /** {@code x [N, H, W, C]}, {@code w [k, k, C, O]}, {@code bias [O]} if the operator has one. */
  public static double[] forward(
      Operator.Convolution op, int n, double[] x, double[] w, double[] bias) {
    double[] y = new double[Math.toIntExact(n * op.out().size())];
    for (int i = 0; op.bias() && i < y.length; i++) {
      y[i] = bias[i % op.filters()];
    }
    forEachProduct(op, n, (out, in, weight) -> y[out] += x[in] * w[weight]);
    return y;
  }

  public static double[] inputGradient(Operator.Convolution op, int n, double[] w, double[] dy) {
    double[] dx = new double[Math.toIntExact(n * op.in().size())];
    forEachProduct(op, n, (out, in, weight) -> dx[in] += dy[out] * w[weight]);
    return dx;
  }

  public static double[] weightGradient(Operator.Convolution op, int n, double[] x, double[] dy) {
    double[] dw = new double[op.kernel() * op.kernel() * op.in().channels() * op.filters()];
    forEachProduct(op, n, (out, in, weight) -> dw[weight] += dy[out] * x[in]);
    return dw;
  }

  /** {@code x [N, H, W, C]}, {@code w [k, k, C]}. */
  public static double[] forward(Operator.DepthwiseConvolution op, int n, double[] x, double[] w) {
    double[] y = new double[Math.toIntExact(n * op.out().size())];
    forEachProduct(op, n, (out, in, weight) -> y[out] += x[in] * w[weight]);
    return y;
  }

  public static double[] inputGradient(
      Operator.DepthwiseConvolution op, int n, double[] w, double[] dy) {
    double[] dx = new double[Math.toIntExact(n * op.in().size())];
    forEachProduct(op, n, (out, in, weight) -> dx[in] += dy[out] * w[weight]);
    return dx;
  }

  public static double[] weightGradient(
      Operator.DepthwiseConvolution op, int n, double[] x, double[] dy) {
    double[] dw = new double[Math.toIntExact(op.parameters())];
    forEachProduct(op, n, (out, in, weight) -> dw[weight] += dy[out] * x[in]);
    return dw;
  }
}
