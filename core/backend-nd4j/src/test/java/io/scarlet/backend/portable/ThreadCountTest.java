package io.scarlet.backend.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.backend.reference.Kernels;
import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R2: threads change how long a kernel takes, never a bit of what it gives. */
@ExtendWith(WhereNd4jRuns.class)
class ThreadCountTest {

  private static final FeatureMap LARGE = new FeatureMap(14, 14, 96);
  private static final int N = 25;

  private static void assertSameBits(Function<Backend, Map<String, float[]>> kernels) {
    Map<String, Integer> alone = bits(kernels, 1);
    for (int threads = 2; threads <= 3; threads++) {
      assertThat(bits(kernels, threads)).isEqualTo(alone);
    }
  }

  /** OpenMP starts with all threads of the machine, unless its environment says otherwise. */
  private static Map<String, Integer> bits(
      Function<Backend, Map<String, float[]>> kernels, int threads) {
    OpenMp.setThreads(threads);
    Map<String, Integer> bits = new TreeMap<>();
    try (Backend backend = new PortableBackend(threads)) {
      kernels.apply(backend).forEach((name, values) -> bits.put(name, Arrays.hashCode(values)));
    }
    return bits;
  }

  @Test
  void productsOfMatricesGiveTheSameBits() {
    var op = new Operator.Convolution(LARGE, 16, 1, 1, true);
    assertSameBits(backend -> Kernels.dense(backend, new Shapes.Dense(N, op), true));
  }

  @Test
  void convolutionsGiveTheSameBits() {
    var dense = new Operator.Convolution(LARGE.withChannels(3), 16, 3, 2, true);
    assertSameBits(backend -> Kernels.dense(backend, new Shapes.Dense(N, dense), true));
    var depthwise = new Operator.DepthwiseConvolution(LARGE, 5, 2);
    assertSameBits(backend -> Kernels.depthwise(backend, new Shapes.Depthwise(N, depthwise), true));
  }

  @Test
  void batchNormsAndPoolsGiveTheSameBits() {
    Shapes.Pictures pictures = new Shapes.Pictures(N, LARGE);
    assertSameBits(backend -> Kernels.batchNorm(backend, pictures, Activation.HSWISH, true));
    assertSameBits(backend -> Kernels.areas(backend, pictures));
  }

  @Test
  void aBackendNeedsAThread() {
    assertThatThrownBy(() -> new PortableBackend(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a backend needs at least 1 thread, got 0");
  }
}
