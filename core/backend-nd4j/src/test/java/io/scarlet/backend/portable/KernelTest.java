package io.scarlet.backend.portable;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.backend.reference.Expected;
import io.scarlet.backend.reference.Kernels;
import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.supernet.backend.Backend;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Portable kernels agree with plain loops, and the fast kernels with the portable ones. */
@AddLifecycleHook(WhereNd4jRuns.class)
@Domain(Shapes.class)
@Domain(DomainContext.Global.class)
class KernelTest {

  private static final double SHARE = 1e-5;
  private static final double SHARE_OF_A_NORM = 1e-4;
  private static final Backend PORTABLE = new PortableBackend(2);
  private static final Backend CPU = new CpuBackend(2);

  @AfterContainer
  static void close() {
    CPU.close();
    PORTABLE.close();
  }

  private static void assertAgreement(
      Map<String, double[]> expected, Function<Backend, Map<String, float[]>> run, double share) {
    Map<String, float[]> portable = run.apply(PORTABLE);
    Map<String, float[]> cpu = run.apply(CPU);
    assertThat(portable.keySet()).isEqualTo(expected.keySet()).isEqualTo(cpu.keySet());
    portable.forEach(
        (name, values) -> {
          try {
            assertClose(values, expected.get(name), share);
            assertClose(cpu.get(name), exact(values), share);
          } catch (AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
          }
        });
  }

  @Property(tries = 150)
  void denseConvolutionsAgree(@ForAll Shapes.Dense dense, @ForAll boolean accumulate) {
    assertAgreement(
        Expected.dense(dense, accumulate),
        backend -> Kernels.dense(backend, dense, accumulate),
        SHARE);
  }

  @Property(tries = 150)
  void depthwiseConvolutionsAgree(@ForAll Shapes.Depthwise depthwise, @ForAll boolean accumulate) {
    assertAgreement(
        Expected.depthwise(depthwise, accumulate),
        backend -> Kernels.depthwise(backend, depthwise, accumulate),
        SHARE);
  }

  @Property(tries = 150)
  void batchNormsAgree(
      @ForAll Shapes.Pictures pictures, @ForAll Activation activation, @ForAll boolean accumulate) {
    Assume.that(pictures.n() * pictures.map().area() >= 8);
    Assume.that(Expected.isSmooth(pictures, activation));
    assertAgreement(
        Expected.batchNorm(pictures, activation, accumulate),
        backend -> Kernels.batchNorm(backend, pictures, activation, accumulate),
        SHARE_OF_A_NORM);
  }

  @Property(tries = 100)
  void poolsAndGatesAgree(@ForAll Shapes.Pictures pictures) {
    assertAgreement(Expected.areas(pictures), backend -> Kernels.areas(backend, pictures), SHARE);
  }

  @Property(tries = 100)
  void activationsAndGatesAgreeKinksIncluded(
      @ForAll Activation activation, @ForAll @IntRange(min = 1, max = 200) int size) {
    float[] values = normal(size, 9, 4);
    float[] kinks = {0, 6, -3, 3};
    System.arraycopy(kinks, 0, values, 0, Math.min(size, kinks.length));
    assertAgreement(
        Expected.elementwise(activation, values),
        backend -> Kernels.elementwise(backend, activation, values),
        SHARE);
  }

  @Property(tries = 100)
  void updatesAndAveragesAgree(@ForAll @IntRange(min = 1, max = 200) int size) {
    assertAgreement(Expected.updates(size), backend -> Kernels.updates(backend, size), SHARE);
  }
}
