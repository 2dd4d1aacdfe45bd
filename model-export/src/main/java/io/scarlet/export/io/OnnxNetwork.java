package io.scarlet.export.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.scarlet.export.Layout;
import io.scarlet.export.TensorName;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.layer.BatchNorm;
import io.scarlet.supernet.model.ModelLayer;
import io.scarlet.supernet.model.ModelSegment;
import io.scarlet.supernet.model.TrainedModel;
import java.util.List;
import java.util.Optional;

/** A model as nodes of ONNX, from pictures to logits. */
final class OnnxNetwork {

  static final String PICTURES = "pictures";
  static final String LOGITS = "logits";

  private final TrainedModel model;
  private final boolean folded;
  private final OnnxGraph graph;

  private OnnxNetwork(TrainedModel model, boolean folded) {
    this.model = model;
    this.folded = folded;
    graph = new OnnxGraph(model.facts().code());
  }

  /**
   * The graph.
   *
   * @param folded whether a batch norm is part of the convolution ahead of it
   */
  static GraphProto of(TrainedModel model, boolean folded) {
    return new OnnxNetwork(model, folded).write();
  }

  private GraphProto write() {
    FeatureMap in = model.network().input();
    String x = normalized(graph.input(PICTURES, in.channels(), in.height(), in.width()));
    for (ModelSegment segment : model.segments()) {
      String y = x;
      List<ModelLayer> layers = segment.layers();
      for (int i = 0; i < layers.size(); i++) {
        Optional<ModelLayer> norm =
            i + 1 < layers.size() && foldable(layers.get(i), layers.get(i + 1))
                ? Optional.of(layers.get(i + 1))
                : Optional.empty();
        y = norm.isPresent() ? folded(layers.get(i), norm.get(), y) : layer(layers.get(i), y);
        i += norm.isPresent() ? 1 : 0;
      }
      x = segment.shortcut() ? graph.node("Add", shortcutName(layers.getLast()), List.of(y, x)) : y;
    }
    graph.node("Identity", LOGITS, List.of(x));
    graph.output(LOGITS, model.network().classes());
    return graph.build();
  }

  private String normalized(String pictures) {
    Normalization normalization = model.facts().normalization();
    String centred =
        graph.node("Sub", "centred", List.of(pictures, channels("mean", normalization.mean())));
    return graph.node(
        "Div", "normalized", List.of(centred, channels("deviation", normalization.deviation())));
  }

  private String channels(String name, List<Double> values) {
    float[] floats = new float[values.size()];
    for (int c = 0; c < floats.length; c++) {
      floats[c] = values.get(c).floatValue();
    }
    return graph.tensor(name, List.of(1, floats.length, 1, 1), floats);
  }

  private boolean foldable(ModelLayer layer, ModelLayer next) {
    return folded
        && next.operator() instanceof Operator.BatchNorm
        && (layer.operator() instanceof Operator.Convolution
            || layer.operator() instanceof Operator.DepthwiseConvolution);
  }

  private String folded(ModelLayer layer, ModelLayer norm, String x) {
    FoldedConvolution fold = FoldedConvolution.of(layer, norm);
    String name = TensorName.abroad(layer.name());
    String y =
        convolution(
            layer.operator(),
            name,
            List.of(
                x,
                graph.tensor(name + ".weight", fold.weight()),
                graph.tensor(name + ".bias", fold.bias())));
    return activated(
        ((Operator.BatchNorm) norm.operator()).activation(), TensorName.abroad(norm.name()), y);
  }

  private String layer(ModelLayer layer, String x) {
    String name = TensorName.abroad(layer.name());
    return switch (layer.operator()) {
      case Operator.Convolution op when !op.bias() ->
          convolution(op, name, List.of(x, weight(layer, "weight", Layout.CONVOLUTION)));
      case Operator.Convolution op ->
          convolution(
              op,
              name,
              List.of(
                  x,
                  weight(layer, "weight", Layout.CONVOLUTION),
                  weight(layer, "bias", Layout.VECTOR)));
      case Operator.DepthwiseConvolution op ->
          convolution(op, name, List.of(x, weight(layer, "weight", Layout.DEPTHWISE)));
      case Operator.BatchNorm op -> activated(op.activation(), name, norm(layer, name, x));
      case Operator.Activate op -> activated(op.activation(), name, x);
      case Operator.SqueezeExcite _ -> squeezeExcite(layer, name, x);
      case Operator.GlobalAveragePool _ -> graph.node("GlobalAveragePool", name, List.of(x));
      case Operator.Dropout _ -> x;
      case Operator.Linear _ -> linear(layer, name, x);
    };
  }

  private String norm(ModelLayer layer, String name, String x) {
    return graph.node(
        "BatchNormalization",
        name + ".norm",
        List.of(
            x,
            weight(layer, "scale", Layout.VECTOR),
            weight(layer, "shift", Layout.VECTOR),
            weight(layer, "running_mean", Layout.VECTOR),
            weight(layer, "running_variance", Layout.VECTOR)),
        OnnxGraph.real("epsilon", BatchNorm.EPSILON));
  }

  private String squeezeExcite(ModelLayer layer, String name, String x) {
    String pooled = graph.node("GlobalAveragePool", name + ".pool", List.of(x));
    String squeezed = pointwise(layer, "squeeze", name, pooled);
    String rectified = graph.node("Relu", name + ".relu", List.of(squeezed));
    String excited = pointwise(layer, "excite", name, rectified);
    String gate =
        graph.node(
            "HardSigmoid",
            name + ".gate",
            List.of(excited),
            OnnxGraph.real("alpha", 1 / 6f),
            OnnxGraph.real("beta", 0.5f));
    return graph.node("Mul", name + ".scaled", List.of(x, gate));
  }

  private String pointwise(ModelLayer layer, String part, String name, String x) {
    return graph.node(
        "Conv",
        name + "." + part,
        List.of(
            x,
            weight(layer, part + ".weight", Layout.CONVOLUTION),
            weight(layer, part + ".bias", Layout.VECTOR)));
  }

  private String linear(ModelLayer layer, String name, String x) {
    String flat = graph.node("Flatten", name + ".flat", List.of(x));
    return graph.node(
        "Gemm",
        name,
        List.of(flat, weight(layer, "weight", Layout.LINEAR), weight(layer, "bias", Layout.VECTOR)),
        OnnxGraph.whole("transB", 1));
  }

  private String convolution(Operator operator, String name, List<String> inputs) {
    return switch (operator) {
      case Operator.Convolution op -> convolution(name, inputs, op.kernel(), op.stride(), 1);
      case Operator.DepthwiseConvolution op ->
          convolution(name, inputs, op.kernel(), op.stride(), op.in().channels());
      default -> throw new IllegalArgumentException(operator + " is no convolution");
    };
  }

  private String convolution(String name, List<String> inputs, int kernel, int stride, int groups) {
    int pad = kernel / 2;
    return graph.node(
        "Conv",
        name,
        inputs,
        OnnxGraph.wholes("kernel_shape", kernel, kernel),
        OnnxGraph.wholes("strides", stride, stride),
        OnnxGraph.wholes("pads", pad, pad, pad, pad),
        OnnxGraph.whole("group", groups));
  }

  private String activated(Activation activation, String name, String x) {
    String active = name + ".active";
    return switch (activation) {
      case NONE -> x;
      case RELU -> graph.node("Relu", active, List.of(x));
      case RELU6 ->
          graph.node(
              "Clip",
              active,
              List.of(
                  x,
                  graph.tensor(name + ".least", List.of(), 0),
                  graph.tensor(name + ".most", List.of(), 6)));
      case HSWISH -> graph.node("HardSwish", active, List.of(x));
    };
  }

  private String weight(ModelLayer layer, String name, Layout layout) {
    return graph.tensor(
        TensorName.abroad(layer.name()) + "." + name, layout.abroad(layer.tensors().get(name)));
  }

  private static String shortcutName(ModelLayer last) {
    return TensorName.abroad(last.name()) + ".shortcut";
  }
}
