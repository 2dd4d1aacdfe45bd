package io.scarlet.backend.network;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.backend.reference.Segments;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.InvertedBottleneck;
import io.scarlet.space.blueprint.Segment;
import io.scarlet.space.blueprint.SqueezeRule;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.layer.Buffers;
import io.scarlet.supernet.layer.Chain;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.layer.Stabilizer;
import io.scarlet.supernet.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer's way forward against formulas in double precision, and its way back against central
 * differences of those formulas, value by value.
 */
class GradientTest {

  private static final int N = 3;
  private static final double STEP = 1e-5;
  private static final double SHARE = 1e-4;
  private static final FeatureMap IN = new FeatureMap(5, 4, 3);
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  private static io.scarlet.space.blueprint.Chain from() {
    return io.scarlet.space.blueprint.Chain.from(IN);
  }

  private static Segment block(FeatureMap in, boolean squeeze, Activation activation) {
    Optional<SqueezeRule> rule =
        squeeze ? Optional.of(SqueezeRule.QUARTER_OF_HIDDEN) : Optional.empty();
    return new InvertedBottleneck(3, 3, rule, activation).segment(in, 3, 1);
  }

  static Stream<Segment> segments() {
    return Stream.of(
        from().convolution(5, 1, 1).segment(),
        from().convolution(5, 3, 2).segment(),
        from().biasedConvolution(4, 3, 1).segment(),
        from().depthwise(3, 1).segment(),
        from().depthwise(5, 2).segment(),
        from().depthwise(7, 1).segment(),
        from().squeezeExcite(2).segment(),
        from().pool().segment(),
        from().pool().linear(4).segment(),
        from().convolution(3, 3, 1).withShortcut(),
        block(IN, false, Activation.RELU6),
        block(IN, true, Activation.HSWISH),
        block(IN.withChannels(2), true, Activation.RELU));
  }

  @ParameterizedTest
  @MethodSource("segments")
  void theWayBackIsTheDerivativeOfTheWayForward(Segment segment) {
    check(segment, Chain.of("chain", segment, BACKEND, Draws.of(1, "weights")));
  }

  @ParameterizedTest
  @EnumSource
  void everyActivationBacksThroughABatchNorm(Activation activation) {
    theWayBackIsTheDerivativeOfTheWayForward(from().batchNorm(activation).segment());
  }

  @ParameterizedTest
  @EnumSource
  void everyActivationBacksByItself(Activation activation) {
    theWayBackIsTheDerivativeOfTheWayForward(
        from().convolution(4, 1, 1).activate(activation).segment());
  }

  @ParameterizedTest
  @EnumSource
  void aStabilizerIsAConvolutionWithoutBiasNormOrActivation(Stabilizer.Init init) {
    Chain chain = Stabilizer.chain("skip", IN, init, BACKEND, Draws.of(1, "weights"));
    check(from().convolution(3, 1, 1).segment(), chain);
  }

  private static void check(Segment segment, Chain chain) {
    float[] x = normal(N * segment.in().size(), 1);
    float[] dy = normal(N * segment.out().size(), 2);
    List<Parameter> parameters = chain.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).decays()) {
        parameters.get(i).value().write(bent(parameters.get(i), i));
      }
    }
    Pass pass = new Pass(BACKEND, new Buffers(BACKEND), Phase.TRAIN, N, Draws.of(0, "dropout"));
    float[] y = chain.forward(pass, tensor(BACKEND, x)).toArray();
    Tensor given = pass.buffers().take(dy.length);
    given.write(dy);
    float[] dx = chain.backward(pass, given).toArray();

    double[] inputs = exact(x);
    List<double[]> weights = new ArrayList<>();
    parameters.forEach(parameter -> weights.add(exact(parameter.value().toArray())));
    Supplier<double[]> forward = () -> Segments.forward(segment, N, inputs, weights);
    assertClose(y, forward.get(), SHARE);
    assertClose(dx, differences(inputs, forward, dy), SHARE);
    for (int i = 0; i < parameters.size(); i++) {
      assertThat(parameters.get(i).touched()).as(parameters.get(i).name()).isTrue();
      assertClose(parameters.get(i).gradient(), differences(weights.get(i), forward, dy), SHARE);
    }
  }

  /** Scales, shifts and biases as a training leaves them, not as it finds them. */
  private static float[] bent(Parameter parameter, int seed) {
    float[] values = normal(parameter.value().size(), 10L + seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + 1.5f * values[i];
    }
    return values;
  }

  /** What {@code sum(dy * y)} changes by with each of the values. */
  private static double[] differences(double[] values, Supplier<double[]> forward, float[] dy) {
    double[] differences = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + STEP;
      double[] above = forward.get();
      values[i] = value - STEP;
      double[] below = forward.get();
      values[i] = value;
      for (int j = 0; j < dy.length; j++) {
        differences[i] += dy[j] * (above[j] - below[j]) / (2 * STEP);
      }
    }
    return differences;
  }

  @ParameterizedTest
  @EnumSource
  void dropoutGoesBackWhereItWentForwardAndIsOffUnlessTraining(Phase phase) {
    Chain chain = Chain.of("chain", from().dropout(0.25).segment(), BACKEND, Draws.of(1, "w"));
    Pass pass = new Pass(BACKEND, new Buffers(BACKEND), phase, N, Draws.of(2, "dropout"));
    float[] x = normal(N * IN.size(), 1);
    float[] y = chain.forward(pass, tensor(BACKEND, x)).toArray();
    if (phase != Phase.TRAIN) {
      assertThat(y).isEqualTo(x);
      return;
    }
    Tensor dy = pass.buffers().take(y.length);
    dy.write(x);
    assertThat(chain.backward(pass, dy).toArray()).isEqualTo(y);
    int dropped = 0;
    for (int i = 0; i < y.length; i++) {
      if (y[i] == 0) {
        dropped++;
      } else {
        assertThat(y[i]).isCloseTo(x[i] / 0.75f, within(1e-6f));
      }
    }
    assertThat(dropped).isBetween(y.length / 8, y.length * 3 / 8);
  }

  @Test
  void gradientsOfTwoPassesAddUpUntilTheStepIsOver() {
    Chain chain =
        Chain.of("chain", from().convolution(2, 3, 1).segment(), BACKEND, Draws.of(1, "w"));
    Parameter weight = chain.parameters().getFirst();
    back(chain);
    double[] once = exact(weight.gradient().toArray());
    back(chain);
    double[] twice = new double[once.length];
    for (int i = 0; i < once.length; i++) {
      twice[i] = 2 * once[i];
    }
    assertClose(weight.gradient(), twice, SHARE);
    weight.forgetGradient();
    back(chain);
    assertClose(weight.gradient(), once, SHARE);
  }

  private static void back(Chain chain) {
    Pass pass = new Pass(BACKEND, new Buffers(BACKEND), Phase.TRAIN, N, Draws.of(0, "dropout"));
    Tensor y = chain.forward(pass, tensor(BACKEND, normal(N * IN.size(), 1)));
    Tensor dy = pass.buffers().take(y.size());
    dy.write(normal(y.size(), 2));
    chain.backward(pass, dy);
  }
}
