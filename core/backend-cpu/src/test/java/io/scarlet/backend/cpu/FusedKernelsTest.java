package io.scarlet.backend.cpu;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;

import io.scarlet.backend.reference.Shapes;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Features;
import io.scarlet.supernet.backend.FusedKernels;
import io.scarlet.supernet.backend.InputGradient;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.NormGradient;
import io.scarlet.supernet.backend.OutputGradient;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.backend.WeightGradient;
import io.scarlet.supernet.layer.Buffers;
import io.scarlet.supernet.layer.StepByStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;

/** Fused kernels give what the kernels that they join give one after the other. */
@Domain(Shapes.class)
@Domain(DomainContext.Global.class)
class FusedKernelsTest {

  private static final double SHARE = 1e-4;
  private static final Backend BACKEND = new CpuBackend(2);
  private static final FusedKernels FUSED = BACKEND.fused().orElseThrow();
  private static final FusedKernels STEPS = new StepByStep(BACKEND, new Buffers(BACKEND));

  @AfterContainer
  static void close() {
    BACKEND.close();
  }

  @Property(tries = 60)
  void aConvolutionNormalisesWhatItReadsAndMeasuresWhatItWrites(
      @ForAll Shapes.Dense dense, @ForAll boolean normed, @ForAll Activation activation) {
    Operator.Convolution op = unbiased(dense.op());
    Features x = features(op.in(), dense.n(), normed, activation);
    Tensor w = tensor(BACKEND, normal(op.parameters(), 2));
    check(
        kernels -> {
          Tensor y = empty(dense.n() * op.out().size());
          Moments moments = new Moments(empty(op.filters()), empty(op.filters()));
          kernels.convolution(op, dense.n(), x, w, y, Optional.of(moments));
          return List.of(y, moments.mean(), moments.variance());
        });
  }

  @Property(tries = 60)
  void aConvolutionTakesTheGradientThroughBothNorms(
      @ForAll Shapes.Dense dense,
      @ForAll boolean normed,
      @ForAll boolean pictures,
      @ForAll boolean accumulate,
      @ForAll Activation activation) {
    Operator.Convolution op = unbiased(dense.op());
    Features x = features(op.in(), dense.n(), normed, activation);
    Tensor w = tensor(BACKEND, normal(op.parameters(), 2));
    OutputGradient dy = gradient(op.out(), dense.n(), activation);
    check(
        kernels -> {
          Tensor dw = tensor(BACKEND, normal(op.parameters(), 3));
          Optional<InputGradient> dx =
              pictures ? Optional.empty() : Optional.of(inputGradient(op.in(), dense.n(), x));
          var to = new WeightGradient(dw, accumulate);
          kernels.convolutionGradient(op, dense.n(), x, w, dy, to, dx);
          return all(dw, dx);
        });
  }

  @Property(tries = 60)
  void aDepthwiseConvolutionNormalisesWhatItReadsAndMeasuresWhatItWrites(
      @ForAll Shapes.Depthwise shape, @ForAll boolean normed, @ForAll Activation activation) {
    Operator.DepthwiseConvolution op = shape.op();
    int channels = op.out().channels();
    Features x = features(op.in(), shape.n(), normed, activation);
    Tensor w = tensor(BACKEND, normal(op.parameters(), 2));
    check(
        kernels -> {
          Tensor y = empty(shape.n() * op.out().size());
          Moments moments = new Moments(empty(channels), empty(channels));
          kernels.depthwise(op, shape.n(), x, w, y, Optional.of(moments));
          return List.of(y, moments.mean(), moments.variance());
        });
  }

  @Property(tries = 60)
  void aDepthwiseConvolutionTakesTheGradientThroughBothNorms(
      @ForAll Shapes.Depthwise shape,
      @ForAll boolean normed,
      @ForAll boolean pictures,
      @ForAll boolean accumulate,
      @ForAll Activation activation) {
    Operator.DepthwiseConvolution op = shape.op();
    Features x = features(op.in(), shape.n(), normed, activation);
    Tensor w = tensor(BACKEND, normal(op.parameters(), 2));
    OutputGradient dy = gradient(op.out(), shape.n(), activation);
    check(
        kernels -> {
          Tensor dw = tensor(BACKEND, normal(op.parameters(), 3));
          Optional<InputGradient> dx =
              pictures ? Optional.empty() : Optional.of(inputGradient(op.in(), shape.n(), x));
          var to = new WeightGradient(dw, accumulate);
          kernels.depthwiseGradient(op, shape.n(), x, w, dy, to, dx);
          return all(dw, dx);
        });
  }

  private interface Run {
    List<Tensor> with(FusedKernels kernels);
  }

  private static void check(Run run) {
    List<Tensor> expected = run.with(STEPS);
    List<Tensor> actual = run.with(FUSED);
    for (int i = 0; i < expected.size(); i++) {
      assertClose(actual.get(i), exact(expected.get(i).toArray()), SHARE);
    }
  }

  private static Operator.Convolution unbiased(Operator.Convolution op) {
    return new Operator.Convolution(op.in(), op.filters(), op.kernel(), op.stride(), false);
  }

  private static Tensor empty(long size) {
    Tensor tensor = BACKEND.allocate(size);
    BACKEND.fill(tensor, Float.NaN);
    return tensor;
  }

  private static Features features(FeatureMap map, int n, boolean normed, Activation activation) {
    Tensor x = tensor(BACKEND, normal(n * map.size(), 1));
    return normed ? new Features(x, Optional.of(norm(map, n, x, activation))) : Features.stored(x);
  }

  private static Norm norm(FeatureMap map, int n, Tensor x, Activation activation) {
    int channels = map.channels();
    Moments moments = new Moments(BACKEND.allocate(channels), BACKEND.allocate(channels));
    BACKEND.moments(map, n, x, moments.mean(), moments.variance());
    Tensor scale = tensor(BACKEND, normal(channels, 4));
    Tensor shift = tensor(BACKEND, normal(channels, 5));
    return new Norm(new Operator.BatchNorm(map, activation), moments, scale, shift, 1e-5f);
  }

  private static OutputGradient gradient(FeatureMap map, int n, Activation activation) {
    Tensor x = tensor(BACKEND, normal(n * map.size(), 6));
    Tensor behind = tensor(BACKEND, normal(n * map.size(), 7));
    Norm norm = norm(map, n, x, activation);
    NormGradient sums = sums(map);
    STEPS.normGradient(n, x, norm, behind, sums);
    return new OutputGradient(behind, x, norm, sums);
  }

  private static InputGradient inputGradient(FeatureMap map, int n, Features x) {
    return new InputGradient(empty(n * map.size()), x.norm().map(norm -> sums(map)));
  }

  private static NormGradient sums(FeatureMap map) {
    return new NormGradient(empty(map.channels()), empty(map.channels()));
  }

  private static List<Tensor> all(Tensor dw, Optional<InputGradient> dx) {
    List<Tensor> all = new ArrayList<>(List.of(dw));
    dx.ifPresent(
        to -> {
          all.add(to.dx());
          to.sums().ifPresent(sums -> all.addAll(List.of(sums.scale(), sums.shift())));
        });
    return all;
  }
}
