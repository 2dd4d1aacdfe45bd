package io.scarlet.export;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.space.blueprint.Segment;
import io.scarlet.supernet.Supernet;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor of a model by its names: {@code layers.3.choices.0.1.scale} here is {@code
 * layers.3.1.weight} in PyTorch.
 *
 * @param home its name in our files
 * @param abroad its name in PyTorch
 * @param layout how it is laid out there
 * @param shape sizes of its dimensions here
 */
public record TensorName(String home, String abroad, Layout layout, List<Integer> shape) {

  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";
  private static final String VARIANCE = "running_variance";

  public TensorName {
    shape = List.copyOf(shape);
  }

  /**
   * All tensors of a network, in its order.
   *
   * @param network a space of one choice a layer
   */
  public static List<TensorName> of(SearchSpace network) {
    List<TensorName> names = new ArrayList<>();
    add(names, Supernet.STEM, network.stem());
    for (SearchableLayer layer : network.layers()) {
      Segment block = layer.choices().getFirst().segment();
      add(names, Supernet.blockName(layer.number(), 0), block);
    }
    add(names, Supernet.TAIL, network.tail());
    return names;
  }

  private static void add(List<TensorName> names, String segment, Segment blueprint) {
    for (int i = 0; i < blueprint.operators().size(); i++) {
      String operator = segment + "." + i;
      for (TensorName inside : of(blueprint.operators().get(i))) {
        names.add(
            new TensorName(
                operator + "." + inside.home,
                abroad(operator) + "." + inside.abroad,
                inside.layout,
                inside.shape));
      }
    }
  }

  /** Whether it holds the variances of a batch norm. */
  public boolean isVariance() {
    return home.endsWith("." + VARIANCE);
  }

  /** The name abroad of an operator. */
  public static String abroad(String operator) {
    return operator.replace(".choices.0.", ".");
  }

  private static List<TensorName> of(Operator operator) {
    int channels = operator.in().channels();
    return switch (operator) {
      case Operator.Convolution op -> {
        List<TensorName> names = new ArrayList<>();
        names.add(weight(Layout.CONVOLUTION, op.kernel(), op.kernel(), channels, op.filters()));
        if (op.bias()) {
          names.add(vector(BIAS, op.filters()));
        }
        yield names;
      }
      case Operator.DepthwiseConvolution op ->
          List.of(weight(Layout.DEPTHWISE, op.kernel(), op.kernel(), channels));
      case Operator.BatchNorm _ ->
          List.of(
              vector("scale", WEIGHT, channels),
              vector("shift", BIAS, channels),
              vector("running_mean", channels),
              vector(VARIANCE, "running_var", channels));
      case Operator.SqueezeExcite op ->
          List.of(
              part("squeeze", weight(Layout.CONVOLUTION, 1, 1, channels, op.squeezed())),
              part("squeeze", vector(BIAS, op.squeezed())),
              part("excite", weight(Layout.CONVOLUTION, 1, 1, op.squeezed(), channels)),
              part("excite", vector(BIAS, channels)));
      case Operator.Linear op ->
          List.of(weight(Layout.LINEAR, 1, 1, channels, op.classes()), vector(BIAS, op.classes()));
      case Operator.Activate _, Operator.GlobalAveragePool _, Operator.Dropout _ -> List.of();
    };
  }

  private static TensorName weight(Layout layout, Integer... shape) {
    return new TensorName(WEIGHT, WEIGHT, layout, List.of(shape));
  }

  private static TensorName vector(String name, int size) {
    return vector(name, name, size);
  }

  private static TensorName vector(String home, String abroad, int size) {
    return new TensorName(home, abroad, Layout.VECTOR, List.of(size));
  }

  private static TensorName part(String part, TensorName of) {
    return new TensorName(part + "." + of.home, part + "." + of.abroad, of.layout, of.shape);
  }
}
