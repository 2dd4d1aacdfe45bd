package io.scarlet.bench.peer;

import io.scarlet.space.Choice;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.space.blueprint.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A net as maps and lists, so that another program can build the same operators in a row. */
final class NetDescription {

  private NetDescription() {}

  /** Stem, layers of choices, tail; a skip is the stabilizer that stands there in training. */
  static Map<String, Object> of(SearchSpace space) {
    Map<String, Object> net = new LinkedHashMap<>();
    net.put(
        "input", List.of(space.input().height(), space.input().width(), space.input().channels()));
    net.put("classes", space.classes());
    net.put("stem", chain(space.stem()));
    net.put(
        "layers",
        space.layers().stream()
            .map(layer -> layer.choices().stream().map(c -> chain(trained(layer, c))).toList())
            .toList());
    net.put("tail", chain(space.tail()));
    return net;
  }

  private static Segment trained(SearchableLayer layer, Choice choice) {
    return choice.skip()
        ? new Segment(
            layer.in(),
            List.of(new Operator.Convolution(layer.in(), layer.in().channels(), 1, 1, false)),
            false)
        : choice.segment();
  }

  private static Map<String, Object> chain(Segment segment) {
    return fields(
        "shortcut",
        segment.shortcut(),
        "operators",
        segment.operators().stream().map(NetDescription::operator).toList());
  }

  private static Map<String, Object> operator(Operator operator) {
    int channels = operator.in().channels();
    return switch (operator) {
      case Operator.Convolution op ->
          fields(
              "kind", "convolution",
              "in", channels,
              "out", op.filters(),
              "kernel", op.kernel(),
              "stride", op.stride(),
              "bias", op.bias());
      case Operator.DepthwiseConvolution op ->
          fields(
              "kind",
              "depthwise",
              "channels",
              channels,
              "kernel",
              op.kernel(),
              "stride",
              op.stride());
      case Operator.BatchNorm op ->
          fields("kind", "batch-norm", "channels", channels, "activation", op.activation().label());
      case Operator.Activate op ->
          fields("kind", "activation", "activation", op.activation().label());
      case Operator.SqueezeExcite op ->
          fields("kind", "squeeze-excite", "channels", channels, "squeezed", op.squeezed());
      case Operator.GlobalAveragePool _ -> fields("kind", "pool");
      case Operator.Dropout op -> fields("kind", "dropout", "rate", op.rate());
      case Operator.Linear op -> fields("kind", "linear", "in", channels, "out", op.classes());
    };
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
