package io.scarlet.backend.reference;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.space.blueprint.Segment;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A segment of the blueprint as it trains, with the weights in the order that a chain has them. */
public final class Segments {

  private static final double EPSILON = 1e-5;

  private Segments() {}

  public static double[] forward(Segment segment, int n, double[] x, List<double[]> weights) {
    double[] y = x;
    Iterator<double[]> next = weights.iterator();
    for (Operator operator : segment.operators()) {
      y = forward(operator, n, y, next);
    }
    if (!segment.shortcut()) {
      return y;
    }
    double[] sum = y.clone();
    Arrays.setAll(sum, i -> sum[i] + x[i]);
    return sum;
  }

  private static double[] forward(
      Operator operator, int n, double[] x, Iterator<double[]> weights) {
    return switch (operator) {
      case Operator.Convolution op -> {
        double[] w = weights.next();
        yield Convolutions.forward(op, n, x, w, op.bias() ? weights.next() : new double[0]);
      }
      case Operator.DepthwiseConvolution op -> Convolutions.forward(op, n, x, weights.next());
      case Operator.BatchNorm op -> {
        int channels = op.in().channels();
        double[] mean = Norms.mean(channels, x);
        double[] variance = Norms.variance(channels, x);
        yield Norms.forward(
            op.activation(), x, mean, variance, weights.next(), weights.next(), EPSILON);
      }
      case Operator.Activate op ->
          Arrays.stream(x).map(t -> Curves.value(op.activation(), t)).toArray();
      case Operator.SqueezeExcite op -> squeezeExcite(op, n, x, weights);
      case Operator.GlobalAveragePool op -> Areas.pool(op.in(), n, x);
      case Operator.Dropout op -> x;
      case Operator.Linear op ->
          Convolutions.forward(
              new Operator.Convolution(op.in(), op.classes(), 1, 1, true),
              n,
              x,
              weights.next(),
              weights.next());
    };
  }

  private static double[] squeezeExcite(
      Operator.SqueezeExcite op, int n, double[] x, Iterator<double[]> weights) {
    FeatureMap pooled = new FeatureMap(1, 1, op.in().channels());
    var squeeze = new Operator.Convolution(pooled, op.squeezed(), 1, 1, true);
    var excite = new Operator.Convolution(squeeze.out(), pooled.channels(), 1, 1, true);
    double[] squeezed =
        Convolutions.forward(squeeze, n, Areas.pool(op.in(), n, x), weights.next(), weights.next());
    double[] relu = Arrays.stream(squeezed).map(t -> Math.max(t, 0)).toArray();
    double[] gate = Convolutions.forward(excite, n, relu, weights.next(), weights.next());
    return Areas.scale(op.in(), x, Arrays.stream(gate).map(Curves::hardSigmoid).toArray());
  }
}
