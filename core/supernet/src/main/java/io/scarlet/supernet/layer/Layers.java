package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.random.Draws;

/** The layer of each operator. */
final class Layers {

  private Layers() {}

  static Layer of(String name, Operator operator, Backend backend, Draws draws) {
    return switch (operator) {
      case Operator.Convolution op -> ConvolutionLayer.kaiming(name, op, backend, draws);
      case Operator.DepthwiseConvolution op -> new DepthwiseLayer(name, op, backend, draws);
      case Operator.BatchNorm op -> new BatchNormLayer(name, op, backend);
      case Operator.Activate op -> new ActivationLayer(op, backend.allocate(0));
      case Operator.SqueezeExcite op -> new SqueezeExciteLayer(name, op, backend, draws);
      case Operator.GlobalAveragePool op -> new PoolLayer(op);
      case Operator.Dropout op -> new DropoutLayer(op, backend.allocate(0));
      case Operator.Linear op -> ConvolutionLayer.linear(name, op, backend, draws);
    };
  }
}
