package io.scarlet.backend.portable;

import io.scarlet.space.blueprint.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Activations and their slopes. Arrays may be the same, but for a slope and its argument. */
final class Curves {

  private static final double SIX = 6;
  private static final double THREE = 3;
  private static final int GATE = 0;
  private static final int MASK = 1;

  private final Scratch scratch = new Scratch();

  /** {@code y = activation(x)}. */
  void value(Activation activation, INDArray x, INDArray y) {
    switch (activation) {
      case NONE -> y.assign(x);
      case RELU -> Operations.atLeast(0, x, y);
      case RELU6 -> {
        Operations.atLeast(0, x, y);
        Operations.atMost(SIX, y, y);
      }
      case HSWISH -> {
        INDArray gate = scratch.take(GATE, x.shape());
        gate(x, gate);
        Operations.multiply(x, gate, y);
      }
    }
  }

  /** The derivative; where it jumps, that of the flat side, and of h-swish 0 at -3, 1 at 3. */
  void slope(Activation activation, INDArray x, INDArray slope) {
    switch (activation) {
      case NONE -> slope.assign(1);
      case RELU -> Operations.isAbove(0, x, slope);
      case RELU6 -> between(0, SIX, x, slope);
      case HSWISH -> hardSwishSlope(x, slope);
    }
  }

  /** {@code relu6(x + 3) / 6}. */
  void gate(INDArray x, INDArray y) {
    x.add(THREE, y);
    Operations.atLeast(0, y, y);
    Operations.atMost(SIX, y, y);
    y.divi(SIX);
  }

  /** 1/6 where the gate rises, else 0. */
  void gateSlope(INDArray x, INDArray slope) {
    between(-THREE, THREE, x, slope);
    slope.divi(SIX);
  }

  /** {@code (2x + 3) / 6} below 3 and 1 from there on, all of it above -3 only. */
  private void hardSwishSlope(INDArray x, INDArray slope) {
    INDArray mask = scratch.take(MASK, x.shape());
    x.mul(2 / SIX, slope);
    slope.addi(THREE / SIX - 1);
    Operations.isBelow(THREE, x, mask);
    Operations.multiply(slope, mask, slope);
    slope.addi(1);
    Operations.isAbove(-THREE, x, mask);
    Operations.multiply(slope, mask, slope);
  }

  /** 1 between two bounds, without either, else 0. */
  private void between(double low, double high, INDArray x, INDArray out) {
    INDArray mask = scratch.take(MASK, x.shape());
    Operations.isBelow(high, x, mask);
    Operations.isAbove(low, x, out);
    Operations.multiply(out, mask, out);
  }
}
