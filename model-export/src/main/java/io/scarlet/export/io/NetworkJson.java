package io.scarlet.export.io;

import io.scarlet.export.TensorName;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.model.ModelLayer;
import io.scarlet.supernet.model.ModelSegment;
import io.scarlet.supernet.model.TrainedModel;
import java.util.stream.Collectors;

/**
 * The operators of a model as JSON, for programs that build it anew: a list of segments, each with
 * its operators in order and whether what goes in is added to what comes out.
 */
final class NetworkJson {

  private NetworkJson() {}

  static String of(TrainedModel model) {
    return model.segments().stream()
        .map(NetworkJson::segment)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String segment(ModelSegment segment) {
    return segment.layers().stream()
        .map(NetworkJson::operator)
        .collect(
            Collectors.joining(
                ",", "{\"shortcut\":" + segment.shortcut() + ",\"operators\":[", "]}"));
  }

  private static String operator(ModelLayer layer) {
    String name = "{\"name\":\"" + TensorName.abroad(layer.name()) + "\",";
    return name
        + switch (layer.operator()) {
          case Operator.Convolution op ->
              convolution(op, op.filters(), op.kernel(), op.stride(), 1, op.bias());
          case Operator.DepthwiseConvolution op ->
              convolution(
                  op, op.in().channels(), op.kernel(), op.stride(), op.in().channels(), false);
          case Operator.BatchNorm op ->
              "\"operator\":\"norm\",\"channels\":%d,%s"
                  .formatted(op.in().channels(), activation(op.activation()));
          case Operator.Activate op -> "\"operator\":\"activation\"," + activation(op.activation());
          case Operator.SqueezeExcite op ->
              "\"operator\":\"squeeze_excite\",\"channels\":%d,\"squeezed\":%d"
                  .formatted(op.in().channels(), op.squeezed());
          case Operator.GlobalAveragePool _ -> "\"operator\":\"pool\"";
          case Operator.Dropout _ -> "\"operator\":\"dropout\"";
          case Operator.Linear op ->
              "\"operator\":\"linear\",\"in\":%d,\"out\":%d"
                  .formatted(op.in().channels(), op.classes());
        }
        + "}";
  }

  private static String convolution(
      Operator op, int filters, int kernel, int stride, int groups, boolean bias) {
    return "\"operator\":\"conv\",\"in\":%d,\"out\":%d,\"kernel\":%d,\"stride\":%d,\"groups\":%d,\"bias\":%b"
        .formatted(op.in().channels(), filters, kernel, stride, groups, bias);
  }

  private static String activation(Activation activation) {
    return "\"activation\":\"" + activation.label() + "\"";
  }
}
