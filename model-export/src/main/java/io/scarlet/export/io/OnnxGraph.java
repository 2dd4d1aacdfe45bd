package io.scarlet.export.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.scarlet.supernet.checkpoint.StoredTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** A graph of ONNX that is being written, node by node. Names are given by the caller. */
final class OnnxGraph {

  private static final String BATCH = "N";

  private final GraphProto.Builder graph;

  OnnxGraph(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  /** Declares what goes in: any number of values of a shape. */
  String input(String name, int... shape) {
    graph.addInput(value(name, shape));
    return name;
  }

  /** Declares what comes out, which a node of that name gives. */
  void output(String name, int... shape) {
    graph.addOutput(value(name, shape));
  }

  /** Adds weights. */
  String tensor(String name, StoredTensor tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.values());
    TensorProto.Builder written =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    tensor.shape().forEach(written::addDims);
    graph.addInitializer(written);
    return name;
  }

  /** Adds weights. */
  String tensor(String name, List<Integer> shape, float... values) {
    return tensor(name, new StoredTensor(shape, FloatBuffer.wrap(values)));
  }

  /**
   * Adds a node, and gives the name of what comes out of it.
   *
   * @param name of the node and of its output
   */
  String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(Arrays.asList(attributes)));
    return name;
  }

  static AttributeProto whole(String name, int value) {
    return attribute(name, AttributeProto.AttributeType.INT).setI(value).build();
  }

  static AttributeProto wholes(String name, int... values) {
    AttributeProto.Builder attribute = attribute(name, AttributeProto.AttributeType.INTS);
    Arrays.stream(values).forEach(attribute::addInts);
    return attribute.build();
  }

  static AttributeProto real(String name, float value) {
    return attribute(name, AttributeProto.AttributeType.FLOAT).setF(value).build();
  }

  private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  private static ValueInfoProto value(String name, int... shape) {
    TensorShapeProto.Builder sides =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
    for (int side : shape) {
      sides.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(side));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(sides)))
        .build();
  }

  GraphProto build() {
    return graph.build();
  }
}
