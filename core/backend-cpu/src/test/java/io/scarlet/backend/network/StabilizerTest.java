package io.scarlet.backend.network;

import static io.scarlet.backend.reference.Values.assertClose;
import static io.scarlet.backend.reference.Values.exact;
import static io.scarlet.backend.reference.Values.normal;
import static io.scarlet.backend.reference.Values.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.io.Presets;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.random.Draws;
import io.scarlet.supernet.training.SupernetTraining;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A stabilizer that is defined and never called would pass unnoticed: here it does not. */
class StabilizerTest {

  private static final Architecture SKIPPING = new Architecture(List.of(0, 2));
  private static final String WEIGHT = "layers.2.choices.2.weight";
  private static final int N = 4;
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  private static Supernet supernet(SkipTraining skip) {
    return new Supernet(Tiny.SPACE, skip, 7, BACKEND);
  }

  private static Parameter stabilizer(Supernet supernet) {
    return supernet.parameters().stream()
        .filter(parameter -> parameter.name().equals(WEIGHT))
        .findAny()
        .orElseThrow();
  }

  private static float[] logits(Supernet supernet) {
    Pass pass = supernet.pass(Phase.RECALIBRATE, N, Draws.of(0, "none"));
    Tensor pictures = tensor(BACKEND, normal(N * Tiny.PICTURE.size(), 1));
    return supernet.forward(pass, SKIPPING, pictures).toArray();
  }

  private static long weights(Supernet supernet) {
    return supernet.parameters().stream().mapToLong(parameter -> parameter.value().size()).sum();
  }

  @Test
  void eachSkipHasAMatrixOfWeightsWhileTheSupernetTrains() {
    Supernet supernet = supernet(SkipTraining.STABILIZER);
    assertThat(stabilizer(supernet).value().size()).isEqualTo(12 * 12);
    assertThat(weights(supernet) - weights(supernet(SkipTraining.IDENTITY))).isEqualTo(12 * 12);
  }

  @Test
  void thirteenOfTheNineteenLayersOfScarletS1HaveOne() {
    SearchSpace s1 = Presets.preset("scarlet-s1");
    List<SearchableLayer> skippable =
        s1.layers().stream().filter(layer -> layer.skip() >= 0).toList();
    assertThat(skippable)
        .extracting(SearchableLayer::number)
        .containsExactly(2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 16, 17, 18);
    assertThat(skippable.stream().mapToLong(layer -> matrix(layer.in())).sum()).isEqualTo(163_264);
  }

  private static long matrix(FeatureMap map) {
    return Linear.stabilizer(map, BACKEND).parameters().stream()
        .mapToLong(parameter -> parameter.value().size())
        .sum();
  }

  @Test
  void aPathThatSkipsGoesThroughIt() {
    float[] plain = logits(supernet(SkipTraining.IDENTITY));
    float[] stabilized = logits(supernet(SkipTraining.STABILIZER));
    for (int i = 0; i < plain.length; i++) {
      assertThat(stabilized[i]).isNotEqualTo(plain[i]);
    }
    Supernet fromIdentity = supernet(SkipTraining.STABILIZER_FROM_IDENTITY);
    assertClose(logits(fromIdentity), exact(plain), 1e-6);
  }

  @Test
  void aPathThatSkipsGivesItAGradientAndOthersDoNot() {
    Supernet supernet = supernet(SkipTraining.STABILIZER);
    backward(supernet, new Architecture(List.of(0, 1)));
    assertThat(stabilizer(supernet).touched()).isFalse();
    backward(supernet, SKIPPING);
    assertThat(stabilizer(supernet).touched()).isTrue();
    assertThat(stabilizer(supernet).gradient().toArray()).doesNotContain(0);
  }

  private static void backward(Supernet supernet, Architecture path) {
    Pass pass = supernet.pass(Phase.TRAIN, N, Draws.of(0, "dropout"));
    supernet.forward(pass, path, tensor(BACKEND, normal(N * Tiny.PICTURE.size(), 1)));
    Tensor dLogits = pass.buffers().take(N * 10L);
    dLogits.write(normal(N * 10L, 2));
    supernet.backward(pass, path, dLogits);
  }

  @Test
  void trainingChangesIt() {
    Supernet supernet = supernet(SkipTraining.STABILIZER);
    float[] before = stabilizer(supernet).value().toArray();
    DataSplits data = Tiny.pictures();
    Normalization normalization = Normalization.of(data.train());
    try (var training =
        new SupernetTraining(
            supernet,
            Tiny.settings(1, SkipTraining.STABILIZER),
            data.train(),
            normalization,
            1,
            0)) {
      training.advance();
    }
    float[] after = stabilizer(supernet).value().toArray();
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isNotEqualTo(before[i]);
    }
  }
}
