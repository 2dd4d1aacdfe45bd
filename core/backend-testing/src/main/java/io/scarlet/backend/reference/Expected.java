package io.scarlet.backend.reference;

import static io.scarlet.backend.reference.Values.exact;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What plain loops make of the values that {@link Kernels} gives a backend. */
public final class Expected {

  private Expected() {}

  public static Map<String, double[]> dense(Shapes.Dense dense, boolean accumulate) {
    Operator.Convolution op = dense.op();
    int n = dense.n();
    double[] x = exact(Kernels.features(n * op.in().size()));
    double[] dy = exact(Kernels.gradients(n * op.out().size()));
    long taps = (long) op.kernel() * op.kernel();
    double[] w = exact(Kernels.weights(taps * op.in().channels() * op.filters()));
    double[] bias = exact(Kernels.bias(op.filters()));
    double[] db = new double[op.filters()];
    for (int i = 0; i < dy.length; i++) {
      db[i % db.length] += dy[i];
    }
    return Map.of(
        "y", Convolutions.forward(op, n, x, w, bias),
        "dx", Convolutions.inputGradient(op, n, w, dy),
        "dw", written(Convolutions.weightGradient(op, n, x, dy), accumulate),
        "db", written(db, accumulate));
  }

  public static Map<String, double[]> depthwise(Shapes.Depthwise depthwise, boolean accumulate) {
    Operator.DepthwiseConvolution op = depthwise.op();
    int n = depthwise.n();
    double[] x = exact(Kernels.features(n * op.in().size()));
    double[] dy = exact(Kernels.gradients(n * op.out().size()));
    double[] w = exact(Kernels.weights(op.parameters()));
    return Map.of(
        "y", Convolutions.forward(op, n, x, w),
        "dx", Convolutions.inputGradient(op, n, w, dy),
        "dw", written(Convolutions.weightGradient(op, n, x, dy), accumulate));
  }

  private static double[] written(double[] gradient, boolean accumulate) {
    double[] before = exact(Kernels.before(gradient.length));
    Arrays.setAll(before, i -> gradient[i] + (accumulate ? before[i] : 0));
    return before;
  }

  public static Map<String, double[]> batchNorm(
      Shapes.Pictures pictures, Activation activation, boolean accumulate) {
    int channels = pictures.map().channels();
    double[] x = exact(Kernels.features(pictures.size()));
    double[] dy = exact(Kernels.gradients(pictures.size()));
    double[] scale = exact(Kernels.scales(channels));
    double[] shift = exact(Kernels.shifts(channels));
    double[] mean = Norms.mean(channels, x);
    double[] variance = Norms.variance(channels, x);
    Norms.Gradients gradients = Norms.backward(activation, x, scale, shift, Kernels.EPSILON, dy);
    return Map.of(
        "mean", mean,
        "variance", variance,
        "y", Norms.forward(activation, x, mean, variance, scale, shift, Kernels.EPSILON),
        "dx", gradients.x(),
        "dScale", written(gradients.scale(), accumulate),
        "dShift", written(gradients.shift(), accumulate));
  }

  /** Whether rounding cannot carry a value of a batch norm over a jump of the derivative. */
  public static boolean isSmooth(Shapes.Pictures pictures, Activation activation) {
    int channels = pictures.map().channels();
    return Norms.isSmooth(
        activation,
        exact(Kernels.features(pictures.size())),
        exact(Kernels.scales(channels)),
        exact(Kernels.shifts(channels)),
        Kernels.EPSILON);
  }

  public static Map<String, double[]> areas(Shapes.Pictures pictures) {
    FeatureMap map = pictures.map();
    int n = pictures.n();
    double[] x = exact(Kernels.features(pictures.size()));
    double[] dy = exact(Kernels.gradients(pictures.size()));
    double[] gate = exact(Kernels.gate((long) n * map.channels()));
    return Map.of(
        "pooled", Areas.pool(map, n, x),
        "spread", Areas.spread(map, n, gate),
        "scaled", Areas.scale(map, x, gate),
        "dx", Areas.scale(map, dy, gate),
        "dGate", Areas.gateGradient(map, n, x, dy));
  }

  public static Map<String, double[]> elementwise(Activation activation, float[] values) {
    double[] x = exact(values);
    double[] dy = exact(Kernels.gradients(x.length));
    Map<String, double[]> all = new HashMap<>();
    for (String name : new String[] {"y", "dx", "gate", "dGate", "x + dy"}) {
      all.put(name, new double[x.length]);
    }
    for (int i = 0; i < x.length; i++) {
      all.get("y")[i] = Curves.value(activation, x[i]);
      all.get("dx")[i] = dy[i] * Curves.derivative(activation, x[i]);
      all.get("gate")[i] = Curves.hardSigmoid(x[i]);
      all.get("dGate")[i] = dy[i] * Curves.hardSigmoidDerivative(x[i]);
      all.get("x + dy")[i] = x[i] + dy[i];
    }
    return all;
  }

  public static Map<String, double[]> updates(int size) {
    double[] dw = exact(Kernels.gradients(size));
    double[] w = exact(Kernels.weights(size));
    double[] v = exact(Kernels.before(size));
    double[] rmsW = w.clone();
    double[] rmsV = v.clone();
    double[] squares = exact(Kernels.squares(size));
    double[] average = exact(Kernels.bias(size));
    for (int i = 0; i < size; i++) {
      double g = dw[i] + Kernels.DECAY * w[i];
      v[i] = Kernels.MOMENTUM * v[i] + g;
      w[i] -= Kernels.RATE * v[i];
      squares[i] = Kernels.KEEP * squares[i] + (1 - Kernels.KEEP) * g * g;
      double step = Kernels.RATE * g / Math.sqrt(squares[i] + Kernels.ROOT_FLOOR);
      rmsV[i] = Kernels.MOMENTUM * rmsV[i] + step;
      rmsW[i] -= rmsV[i];
      average[i] = (1 - Kernels.SHARE) * average[i] + Kernels.SHARE * dw[i];
    }
    return Map.of(
        "w", w,
        "v", v,
        "w of RMSProp", rmsW,
        "v of RMSProp", rmsV,
        "squares", squares,
        "average", average);
  }
}
