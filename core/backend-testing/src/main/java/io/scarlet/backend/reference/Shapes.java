package io.scarlet.backend.reference;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Shapes where kernels go wrong: areas smaller than the kernel or than a block of columns, odd
 * sides, channels that fill no vector, a picture alone and more pictures than pieces. They come
 * often enough without edge cases of the library.
 */
public class Shapes extends DomainContextBase {

  /** Some pictures. */
  public record Pictures(int n, FeatureMap map) {
    public long size() {
      return n * map.size();
    }
  }

  /** A convolution of some pictures. */
  public record Dense(int n, Operator.Convolution op) {}

  /** A depthwise convolution of some pictures. */
  public record Depthwise(int n, Operator.DepthwiseConvolution op) {}

  private static Arbitrary<Integer> channels() {
    return Arbitraries.oneOf(
        Arbitraries.of(1, 15, 16, 17, 31, 32, 33, 48), Arbitraries.integers().between(1, 40));
  }

  private static Arbitrary<Integer> kernel() {
    return Arbitraries.of(1, 3, 5, 7);
  }

  private static Arbitrary<Integer> stride() {
    return Arbitraries.of(1, 2);
  }

  @Provide
  Arbitrary<Pictures> pictures() {
    Arbitrary<FeatureMap> map =
        Combinators.combine(
                Arbitraries.integers().between(1, 9),
                Arbitraries.integers().between(1, 9),
                channels())
            .as(FeatureMap::new);
    Arbitrary<Integer> n =
        Arbitraries.oneOf(Arbitraries.integers().between(1, 3), Arbitraries.of(17, 33));
    return Combinators.combine(n, map).as(Pictures::new).withoutEdgeCases();
  }

  @Provide
  Arbitrary<Dense> dense() {
    return Combinators.combine(
            pictures(), channels(), kernel(), stride(), Arbitraries.of(true, false))
        .as(
            (pictures, filters, kernel, stride, bias) ->
                new Dense(
                    pictures.n(),
                    new Operator.Convolution(pictures.map(), filters, kernel, stride, bias)))
        .filter(dense -> dense.n() * dense.op().multiplyAdds() < 1 << 21)
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Depthwise> depthwise() {
    return Combinators.combine(pictures(), kernel(), stride())
        .as(
            (pictures, kernel, stride) ->
                new Depthwise(
                    pictures.n(),
                    new Operator.DepthwiseConvolution(pictures.map(), kernel, stride)))
        .withoutEdgeCases();
  }
}
