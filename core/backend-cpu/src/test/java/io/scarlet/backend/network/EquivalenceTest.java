package io.scarlet.backend.network;

import static io.scarlet.backend.network.Linear.apply;
import static io.scarlet.backend.network.Linear.behind;
import static io.scarlet.backend.network.Linear.weight;
import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.InvertedBottleneck;
import io.scarlet.space.blueprint.Segment;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.layer.Chain;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.random.Draws;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the network without a stabilizer can still represent: everything, where a convolution
 * follows; less, where a shortcut leads around that convolution.
 */
class EquivalenceTest {

  private static final int N = 2;
  private static final int CHANNELS = 6;
  private static final int FILTERS = 5;
  private static final double SHARE = 1e-5;
  private static final FeatureMap MAP = new FeatureMap(7, 6, CHANNELS);
  private static final float[] X = normal(N * MAP.size(), 1);
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  private static Chain chain(Segment segment) {
    return Chain.of("next", segment, BACKEND, Draws.of(5, "next"));
  }

  private static io.scarlet.space.blueprint.Chain from(FeatureMap map) {
    return io.scarlet.space.blueprint.Chain.from(map);
  }

  /** The chain with the stabilizer's matrix moved into its first convolution. */
  private static Chain absorbing(float[] a, Segment segment, int filters) {
    Chain chain = chain(segment);
    Parameter first = chain.parameters().getFirst();
    first.value().write(behind(a, first.value().toArray(), CHANNELS, filters));
    return chain;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "3, 1", "3, 2", "5, 1"})
  void aFollowingConvolutionAbsorbsItBordersIncluded(int kernel, int stride) {
    Segment next = from(MAP).convolution(FILTERS, kernel, stride).segment();
    Chain stabilizer = Linear.stabilizer(MAP, BACKEND);
    float[] through = apply(BACKEND, chain(next), N, apply(BACKEND, stabilizer, N, X));
    float[] merged = apply(BACKEND, absorbing(weight(stabilizer), next, FILTERS), N, X);
    assertClose(merged, exact(through), SHARE);
  }

  @Test
  void withABiasItWouldBeWrongAtTheBorder() {
    Chain biased = chain(from(MAP).biasedConvolution(CHANNELS, 1, 1).segment());
    float[] b = normal(CHANNELS, 8);
    biased.parameters().get(1).value().write(b);
    Segment next = from(MAP).convolution(FILTERS, 3, 1).segment();
    float[] w = weight(chain(next));

    float[] through = apply(BACKEND, chain(next), N, apply(BACKEND, biased, N, X));
    float[] merged = apply(BACKEND, absorbing(weight(biased), next, FILTERS), N, X);
    double[] wholeWindow = new double[FILTERS];
    for (int i = 0; i < w.length; i++) {
      wholeWindow[i % FILTERS] += (double) w[i] * b[i / FILTERS % CHANNELS];
    }
    for (int i = 0; i < through.length; i++) {
      int place = i / FILTERS % Math.toIntExact(MAP.area());
      double off = through[i] - (merged[i] + wholeWindow[i % FILTERS]);
      if (isBorder(place)) {
        assertThat(Math.abs(off)).isGreaterThan(1e-3);
      } else {
        assertThat(off).isCloseTo(0, within(1e-4));
      }
    }
  }

  private static boolean isBorder(int place) {
    int y = place / MAP.width();
    int x = place % MAP.width();
    return y == 0 || x == 0 || y == MAP.height() - 1 || x == MAP.width() - 1;
  }

  @Test
  void twoInARowAreOneMatrix() {
    Chain first = Linear.stabilizer(MAP, BACKEND);
    Chain second = chain(from(MAP).convolution(CHANNELS, 1, 1).segment());
    float[] through = apply(BACKEND, second, N, apply(BACKEND, first, N, X));
    Chain one = Linear.stabilizer(MAP, BACKEND);
    one.parameters()
        .getFirst()
        .value()
        .write(behind(weight(first), weight(second), CHANNELS, CHANNELS));
    assertClose(apply(BACKEND, one, N, X), exact(through), SHARE);
  }

  private static Segment block(int channels) {
    return new InvertedBottleneck(2, 3, Optional.empty(), Activation.RELU6)
        .segment(MAP, channels, 1);
  }

  @Test
  void aBlockWithoutAShortcutAbsorbsIt() {
    Segment next = block(CHANNELS + 1);
    assertThat(next.shortcut()).isFalse();
    Chain stabilizer = Linear.stabilizer(MAP, BACKEND);
    float[] through = apply(BACKEND, chain(next), N, apply(BACKEND, stabilizer, N, X));
    float[] merged = apply(BACKEND, absorbing(weight(stabilizer), next, 2 * CHANNELS), N, X);
    assertClose(merged, exact(through), 1e-4);
  }

  /** {@code Ax + P act(WAx)} against {@code x + P act(W'x)} with {@code W' = WA}. */
  @Test
  void aBlockWithAShortcutDoesNotSinceTheShortcutCarriesItToo() {
    Segment next = block(CHANNELS);
    assertThat(next.shortcut()).isTrue();
    Chain stabilizer = Linear.stabilizer(MAP, BACKEND);
    float[] ax = apply(BACKEND, stabilizer, N, X);
    float[] through = apply(BACKEND, chain(next), N, ax);
    float[] merged = apply(BACKEND, absorbing(weight(stabilizer), next, 2 * CHANNELS), N, X);
    double[] missing = new double[X.length];
    double largest = 0;
    for (int i = 0; i < X.length; i++) {
      missing[i] = merged[i] + ((double) ax[i] - X[i]);
      largest = Math.max(largest, Math.abs(through[i] - merged[i]));
    }
    assertThat(largest).isGreaterThan(1);
    assertClose(through, missing, 1e-4);
  }
}
