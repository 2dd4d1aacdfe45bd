package io.scarlet.bench.floor;

import io.scarlet.bench.net.Net;
import io.scarlet.bench.net.TrainedSegments;
import io.scarlet.bench.ours.TrainStep;
import io.scarlet.space.Architecture;
import io.scarlet.space.Choice;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.space.blueprint.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that a training step has to do, kernel by kernel: each reads its inputs and writes its
 * outputs once. A convolution and the batch norms before and behind it are one kernel, and so are
 * the two gradients of a convolution. Convolutions and linear layers count operations; the few of
 * batch norms and activations are hidden behind their bytes. Updates of weights count as one
 * kernel.
 *
 * @param kernels of a whole step
 */
public record Floor(List<Kernel> kernels) {

  private static final double FLOAT = Float.BYTES;

  /** A weight, its gradient and its velocity are read, the weight and the velocity written. */
  private static final double UPDATE = 5;

  public Floor {
    kernels = List.copyOf(kernels);
  }

  /** Of one step with all its paths. */
  public static Floor ofTrainStep(Net net) {
    List<Kernel> kernels = new ArrayList<>();
    for (Architecture path : TrainStep.SETTINGS.sampling().paths(net.space(), TrainStep.SEED, 0)) {
      boolean first = true;
      for (Segment segment : chosen(net, path)) {
        for (int i = 0; i < segment.operators().size(); i++) {
          add(kernels, segment.operators(), i, net.trained(), first && i == 0);
        }
        first = false;
        if (segment.shortcut()) {
          double values = FLOAT * net.trained() * segment.in().size();
          kernels.add(new Kernel(0, 3 * values));
          kernels.add(new Kernel(0, 3 * values));
        }
      }
    }
    kernels.add(new Kernel(0, FLOAT * UPDATE * weights(net)));
    return new Floor(kernels);
  }

  /** Operations of the step. */
  public double operations() {
    return kernels.stream().mapToDouble(Kernel::operations).sum();
  }

  /** Bytes of the step. */
  public double bytes() {
    return kernels.stream().mapToDouble(Kernel::bytes).sum();
  }

  /** Milliseconds where each kernel runs at the nearer of its two ceilings. */
  public double milliseconds(Ceilings ceilings) {
    return kernels.stream().mapToDouble(kernel -> kernel.milliseconds(ceilings)).sum();
  }

  private static List<Segment> chosen(Net net, Architecture path) {
    List<Segment> segments = new ArrayList<>();
    segments.add(net.space().stem());
    List<Choice> choices = net.space().chosen(path);
    for (int i = 0; i < choices.size(); i++) {
      segments.add(TrainedSegments.of(net.space().layers().get(i), choices.get(i)));
    }
    segments.add(net.space().tail());
    return segments;
  }

  private static double weights(Net net) {
    return net.space().stem().parameters()
        + net.space().tail().parameters()
        + net.space().layers().stream()
            .flatMap(
                layer -> layer.choices().stream().map(choice -> TrainedSegments.of(layer, choice)))
            .mapToLong(Segment::parameters)
            .sum();
  }

  private static void add(
      List<Kernel> kernels, List<Operator> operators, int index, int n, boolean first) {
    Operator operator = operators.get(index);
    double in = FLOAT * n * operator.in().size();
    double out = FLOAT * n * operator.out().size();
    double operations = 2.0 * n * operator.multiplyAdds();
    switch (operator) {
      case Operator.Convolution _, Operator.DepthwiseConvolution _, Operator.Linear _ -> {
        kernels.add(new Kernel(operations, in + out));
        // Behind a norm, the gradient is computed of what the norm read and of its own gradient.
        double gradient = isNorm(operators, index + 1) ? 2 * out : out;
        kernels.add(new Kernel(operations * (first ? 1 : 2), gradient + in * (first ? 1 : 2)));
      }
      case Operator.BatchNorm _ -> {
        if (!isConvolution(operators, index + 1)) {
          kernels.add(new Kernel(0, 2 * in));
          kernels.add(new Kernel(0, 2 * in));
        }
      }
      case Operator.Activate _, Operator.Dropout _ -> {
        kernels.add(new Kernel(0, 2 * in));
        kernels.add(new Kernel(0, 3 * in));
      }
      case Operator.GlobalAveragePool _ -> {
        kernels.add(new Kernel(0, in));
        kernels.add(new Kernel(0, in));
      }
      case Operator.SqueezeExcite _ -> {
        kernels.add(new Kernel(operations, in));
        kernels.add(new Kernel(0, 2 * in));
        kernels.add(new Kernel(2 * operations, 3 * in));
        kernels.add(new Kernel(0, 2 * in));
      }
    }
  }

  private static boolean isNorm(List<Operator> operators, int index) {
    return index < operators.size() && operators.get(index) instanceof Operator.BatchNorm;
  }

  private static boolean isConvolution(List<Operator> operators, int index) {
    return index < operators.size()
        && (operators.get(index) instanceof Operator.Convolution
            || operators.get(index) instanceof Operator.DepthwiseConvolution);
  }
}
