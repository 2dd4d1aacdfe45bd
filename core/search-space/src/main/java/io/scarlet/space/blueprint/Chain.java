package io.scarlet.space.blueprint;

import java.util.ArrayList;
import java.util.List;

/** Strings operators together, so that no shape is written down twice. Grows in place. */
public final class Chain {
  private final FeatureMap in;
  private final List<Operator> operators = new ArrayList<>();
  private FeatureMap at;

  private Chain(FeatureMap in) {
    this.in = in;
    this.at = in;
  }

  /** An empty chain that takes these features. */
  public static Chain from(FeatureMap in) {
    return new Chain(in);
  }

  /** The features that come out so far. */
  public FeatureMap at() {
    return at;
  }

  /** A dense convolution without bias. */
  public Chain convolution(int filters, int kernel, int stride) {
    return add(new Operator.Convolution(at, filters, kernel, stride, false));
  }

  /** A dense convolution with a bias. */
  public Chain biasedConvolution(int filters, int kernel, int stride) {
    return add(new Operator.Convolution(at, filters, kernel, stride, true));
  }

  /** A depthwise convolution. */
  public Chain depthwise(int kernel, int stride) {
    return add(new Operator.DepthwiseConvolution(at, kernel, stride));
  }

  /** A batch norm with its activation. */
  public Chain batchNorm(Activation activation) {
    return add(new Operator.BatchNorm(at, activation));
  }

  /** An activation by itself; {@link Activation#NONE} adds nothing. */
  public Chain activate(Activation activation) {
    return activation == Activation.NONE ? this : add(new Operator.Activate(at, activation));
  }

  /** A squeeze-and-excite to so many channels. */
  public Chain squeezeExcite(int squeezed) {
    return add(new Operator.SqueezeExcite(at, squeezed));
  }

  /** The mean over the area. */
  public Chain pool() {
    return add(new Operator.GlobalAveragePool(at));
  }

  /** Dropout; a rate of 0 adds nothing. */
  public Chain dropout(double rate) {
    return rate == 0 ? this : add(new Operator.Dropout(at, rate));
  }

  /** The classifier. */
  public Chain linear(int classes) {
    return add(new Operator.Linear(at, classes));
  }

  /** The segment so far, without a shortcut. */
  public Segment segment() {
    return new Segment(in, operators, false);
  }

  /** The segment so far, its input added to its output. */
  public Segment withShortcut() {
    return new Segment(in, operators, true);
  }

  private Chain add(Operator operator) {
    operators.add(operator);
    at = operator.out();
    return this;
  }
}
