package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.random.Draws;
import java.util.ArrayList;
import java.util.List;

/** The layers of operators. */
final class Layers {

  private final String name;
  private final List<Operator> operators;
  private final Backend backend;
  private final Draws draws;

  private Layers(String name, List<Operator> operators, Backend backend, Draws draws) {
    this.name = name;
    this.operators = operators;
    this.backend = backend;
    this.draws = draws;
  }

  /**
   * Layers with fresh weights. Convolutions with batch norms behind them that follow each other
   * become one layer. Names and draws count operators, so that they do not depend on that.
   */
  static List<Layer> of(String name, List<Operator> operators, Backend backend, Draws draws) {
    return new Layers(name, operators, backend, draws).all();
  }

  private List<Layer> all() {
    List<Layer> layers = new ArrayList<>();
    int next = 0;
    while (next < operators.size()) {
      List<NormedConvolution> units = new ArrayList<>();
      for (; isNormedConvolution(next); next += 2) {
        units.add(normedConvolution(next));
      }
      if (!units.isEmpty()) {
        layers.add(new NormedConvolutions(units));
      } else {
        layers.add(single(next));
        next++;
      }
    }
    return layers;
  }

  private boolean isNormedConvolution(int i) {
    if (i + 1 >= operators.size() || !(operators.get(i + 1) instanceof Operator.BatchNorm)) {
      return false;
    }
    return switch (operators.get(i)) {
      case Operator.Convolution op -> !op.bias();
      case Operator.DepthwiseConvolution _ -> true;
      default -> false;
    };
  }

  private NormedConvolution normedConvolution(int i) {
    Operator op = operators.get(i);
    Parameter weight =
        switch (op) {
          case Operator.Convolution dense ->
              ConvolutionLayer.kaimingWeight(nameOf(i), dense, backend, draws.at(i));
          case Operator.DepthwiseConvolution depthwise ->
              DepthwiseLayer.kaimingWeight(nameOf(i), depthwise, backend, draws.at(i));
          default -> throw new IllegalStateException(op + " is no convolution");
        };
    var norm = (Operator.BatchNorm) operators.get(i + 1);
    return new NormedConvolution(op, weight, new BatchNorm(nameOf(i + 1), norm, backend));
  }

  private Layer single(int i) {
    Draws own = draws.at(i);
    return switch (operators.get(i)) {
      case Operator.Convolution op -> ConvolutionLayer.kaiming(nameOf(i), op, backend, own);
      case Operator.DepthwiseConvolution op -> new DepthwiseLayer(nameOf(i), op, backend, own);
      case Operator.BatchNorm op -> new BatchNormLayer(new BatchNorm(nameOf(i), op, backend));
      case Operator.Activate op -> new ActivationLayer(op, backend.allocate(0));
      case Operator.SqueezeExcite op -> new SqueezeExciteLayer(nameOf(i), op, backend, own);
      case Operator.GlobalAveragePool op -> new PoolLayer(op);
      case Operator.Dropout op -> new DropoutLayer(op, backend.allocate(0));
      case Operator.Linear op -> ConvolutionLayer.linear(nameOf(i), op, backend, own);
    };
  }

  private String nameOf(int i) {
    return name + "." + i;
  }
}
