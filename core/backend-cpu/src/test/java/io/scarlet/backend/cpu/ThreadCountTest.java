package io.scarlet.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.backend.reference.Kernels;
import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** R2: threads change how long a kernel takes, never a bit of what it gives. */
@Domain(Shapes.class)
@Domain(DomainContext.Global.class)
class ThreadCountTest {

  private static final List<Backend> BACKENDS =
      List.of(new CpuBackend(1), new CpuBackend(2), new CpuBackend(3));

  @AfterContainer
  static void close() {
    BACKENDS.forEach(Backend::close);
  }

  private static void assertSameBits(Function<Backend, Map<String, float[]>> kernels) {
    Map<String, int[]> alone = bits(kernels.apply(BACKENDS.getFirst()));
    for (Backend backend : BACKENDS.subList(1, BACKENDS.size())) {
      bits(kernels.apply(backend))
          .forEach(
              (name, bits) ->
                  assertThat(bits)
                      .as("%s, %s", name, backend.description())
                      .isEqualTo(alone.get(name)));
    }
  }

  private static Map<String, int[]> bits(Map<String, float[]> results) {
    Map<String, int[]> bits = new HashMap<>();
    results.forEach(
        (name, values) ->
            bits.put(
                name,
                IntStream.range(0, values.length)
                    .map(i -> Float.floatToRawIntBits(values[i]))
                    .toArray()));
    return bits;
  }

  @Property(tries = 40)
  void convolutionsGiveTheSameBits(@ForAll Shapes.Dense dense) {
    assertSameBits(backend -> Kernels.dense(backend, dense, true));
  }

  /** Large enough that the rows are divided into pieces. */
  @Test
  void largeConvolutionsGiveTheSameBits() {
    FeatureMap map = new FeatureMap(14, 14, 10);
    var pointwise = new Shapes.Dense(6, new Operator.Convolution(map, 24, 1, 1, false));
    var dense = new Shapes.Dense(16, new Operator.Convolution(map, 9, 3, 2, true));
    assertSameBits(backend -> Kernels.dense(backend, pointwise, true));
    assertSameBits(backend -> Kernels.dense(backend, dense, true));
  }

  @Property(tries = 40)
  void depthwiseConvolutionsGiveTheSameBits(@ForAll Shapes.Depthwise depthwise) {
    assertSameBits(backend -> Kernels.depthwise(backend, depthwise, false));
  }

  @Property(tries = 40)
  void batchNormsGiveTheSameBits(@ForAll Shapes.Pictures pictures, @ForAll Activation activation) {
    assertSameBits(backend -> Kernels.batchNorm(backend, pictures, activation, false));
  }

  @Test
  void largeBatchNormsGiveTheSameBits() {
    Shapes.Pictures pictures = new Shapes.Pictures(8, new FeatureMap(14, 14, 20));
    assertSameBits(backend -> Kernels.batchNorm(backend, pictures, Activation.HSWISH, false));
    assertSameBits(backend -> Kernels.batchNorm(backend, pictures, Activation.RELU6, false));
  }

  /** Large enough that the values are divided into pieces, the last of them no whole vectors. */
  @Test
  void updatesAndAveragesGiveTheSameBits() {
    assertSameBits(backend -> Kernels.updates(backend, 100_003));
  }

  @Test
  void aBackendNeedsAThread() {
    assertThatThrownBy(() -> new CpuBackend(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a backend needs at least 1 thread, got 0");
  }

  @Test
  void aKernelThatFailsTellsItsCallerWhicheverThreadItFailedIn() {
    try (Workers workers = new Workers(3)) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      64,
                      piece -> {
                        throw new IllegalArgumentException("piece " + piece);
                      }))
          .isInstanceOf(RuntimeException.class)
          .satisfiesAnyOf(
              e -> assertThat(e).hasMessageStartingWith("piece"),
              e ->
                  assertThat(e)
                      .hasMessage("a kernel failed")
                      .hasCauseInstanceOf(IllegalArgumentException.class));
    }
  }
}
