package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.random.Draws;

/**
 * The equivariant learnable stabilizer of ScarletNAS (arXiv 1908.06022): where a path skips a
 * layer, the supernet puts a 1x1 convolution without bias, batch norm or activation. A network with
 * it can represent exactly what a network with a plain skip can, since the next layer's expansion
 * absorbs it, {@code W(Ax) = (WA)x}; with an identity shortcut around that next layer it is more
 * than a skip.
 */
public final class Stabilizer {

  /** How the weights start. */
  public enum Init {
    /** Random, as every other convolution. */
    KAIMING,
    /** As the skip that it stands for. */
    IDENTITY
  }

  private Stabilizer() {}

  /** The stabilizer for features of a shape, as a chain of its own. */
  public static Chain chain(String name, FeatureMap map, Init init, Backend backend, Draws draws) {
    var op = new Operator.Convolution(map, map.channels(), 1, 1, false);
    return Chain.of(
        switch (init) {
          case KAIMING -> ConvolutionLayer.kaiming(name, op, backend, draws);
          case IDENTITY ->
              ConvolutionLayer.with(name, op, backend, Initial.identity(map.channels()));
        });
  }
}
