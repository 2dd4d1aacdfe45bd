package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;
import java.util.List;
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

  private static final float EPSILON = 1e-5f;
  private static final List<Backend> BACKENDS =
      List.of(new CpuBackend(1), new CpuBackend(2), new CpuBackend(3));

  @AfterContainer
  static void close() {
    BACKENDS.forEach(Backend::close);
  }

  private static void assertSameBits(Function<Backend, List<Tensor>> kernels) {
    int[] alone = bits(kernels.apply(BACKENDS.getFirst()));
    for (Backend backend : BACKENDS.subList(1, BACKENDS.size())) {
      assertThat(bits(kernels.apply(backend))).as(backend.description()).isEqualTo(alone);
    }
  }

  private static int[] bits(List<Tensor> tensors) {
    IntStream.Builder bits = IntStream.builder();
    for (Tensor tensor : tensors) {
      for (float value : tensor.toArray()) {
        bits.add(Float.floatToRawIntBits(value));
      }
    }
    return bits.build().toArray();
  }

  @Property(tries = 40)
  void convolutionsGiveTheSameBits(@ForAll Shapes.Dense dense) {
    assertSameBits(backend -> dense(backend, dense.n(), dense.op()));
  }

  /** Large enough that the rows are divided into pieces. */
  @Test
  void largeConvolutionsGiveTheSameBits() {
    FeatureMap map = new FeatureMap(14, 14, 10);
    assertSameBits(backend -> dense(backend, 6, new Operator.Convolution(map, 24, 1, 1, false)));
    assertSameBits(backend -> dense(backend, 16, new Operator.Convolution(map, 9, 3, 2, true)));
  }

  private static List<Tensor> dense(Backend backend, int n, Operator.Convolution op) {
    Tensor x = tensor(backend, normal(n * op.in().size(), 1));
    Tensor dy = tensor(backend, normal(n * op.out().size(), 2));
    long taps = (long) op.kernel() * op.kernel();
    Tensor w = tensor(backend, normal(taps * op.in().channels() * op.filters(), 3));
    Tensor bias = tensor(backend, normal(op.filters(), 4));
    Tensor y = backend.allocate(dy.size());
    Tensor dx = backend.allocate(x.size());
    Tensor dw = tensor(backend, normal(w.size(), 5));
    Tensor db = backend.allocate(bias.size());
    backend.convolution(op, n, x, w, bias, y);
    backend.convolutionInputGradient(op, n, w, dy, dx);
    backend.convolutionWeightGradient(op, n, x, dy, dw, true);
    backend.biasGradient(n * op.out().area(), op.filters(), dy, db, false);
    return List.of(y, dx, dw, db);
  }

  @Property(tries = 40)
  void depthwiseConvolutionsGiveTheSameBits(@ForAll Shapes.Depthwise depthwise) {
    Operator.DepthwiseConvolution op = depthwise.op();
    int n = depthwise.n();
    assertSameBits(
        backend -> {
          Tensor x = tensor(backend, normal(n * op.in().size(), 1));
          Tensor dy = tensor(backend, normal(n * op.out().size(), 2));
          Tensor w = tensor(backend, normal(op.parameters(), 3));
          Tensor y = backend.allocate(dy.size());
          Tensor dx = backend.allocate(x.size());
          Tensor dw = backend.allocate(w.size());
          backend.depthwise(op, n, x, w, y);
          backend.depthwiseInputGradient(op, n, w, dy, dx);
          backend.depthwiseWeightGradient(op, n, x, dy, dw, false);
          return List.of(y, dx, dw);
        });
  }

  @Property(tries = 40)
  void batchNormsGiveTheSameBits(@ForAll Shapes.Pictures pictures, @ForAll Activation activation) {
    assertSameBits(backend -> norm(backend, pictures, activation));
  }

  @Test
  void largeBatchNormsGiveTheSameBits() {
    Shapes.Pictures pictures = new Shapes.Pictures(8, new FeatureMap(14, 14, 20));
    assertSameBits(backend -> norm(backend, pictures, Activation.HSWISH));
    assertSameBits(backend -> norm(backend, pictures, Activation.RELU6));
  }

  private static List<Tensor> norm(
      Backend backend, Shapes.Pictures pictures, Activation activation) {
    int n = pictures.n();
    int channels = pictures.map().channels();
    var op = new Operator.BatchNorm(pictures.map(), activation);
    Tensor x = tensor(backend, normal(pictures.size(), 1));
    Tensor dy = tensor(backend, normal(pictures.size(), 2));
    Tensor scale = tensor(backend, normal(channels, 3));
    Tensor shift = tensor(backend, normal(channels, 4));
    Moments moments = new Moments(backend.allocate(channels), backend.allocate(channels));
    Tensor y = backend.allocate(x.size());
    Tensor dx = backend.allocate(x.size());
    Tensor dScale = backend.allocate(channels);
    Tensor dShift = backend.allocate(channels);
    backend.moments(pictures.map(), n, x, moments.mean(), moments.variance());
    backend.batchNorm(op, n, x, moments, scale, shift, EPSILON, y);
    backend.batchNormGradient(
        op, n, x, moments, scale, shift, EPSILON, dy, dx, dScale, dShift, false);
    return List.of(moments.mean(), moments.variance(), y, dx, dScale, dShift);
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
