package io.scarlet.backend.network;

import static io.scarlet.backend.reference.Values.assertRelativelyClose;
import static io.scarlet.backend.reference.Values.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.InvertedBottleneck;
import io.scarlet.space.blueprint.SqueezeRule;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.layer.Buffers;
import io.scarlet.supernet.layer.Chain;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.random.Draws;
import io.scarlet.supernet.sampling.StrictFairness;
import io.scarlet.supernet.training.CrossEntropy;
import io.scarlet.supernet.training.SupernetTraining;
import io.scarlet.supernet.training.TrainingSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An independent implementation gives the same numbers; see {@code make_fixtures.py}. */
class PyTorchTest {

  private static final double SHARE = 1e-4;
  private static final double SMOOTHING = 0.1;
  private static final List<String> CLASSES = List.of("a", "b", "c", "d");
  private static final SearchSpace SPACE =
      SearchSpaceYaml.read(
          """
          name: fixture
          input: 8x9x2
          classes: 4
          activation: relu6
          stem:
            - conv: {channels: 5, kernel: 3}
          stages:
            - {channels: 8, stride: 2, layers: [[e3k3, e2k5s], [e3k3s, skip]]}
          tail:
            - conv: {channels: 12, kernel: 1}
            - pool
          """);
  private static final Architecture SKIPPING = new Architecture(List.of(0, 1));
  private static final Architecture OTHER = new Architecture(List.of(1, 0));
  private static final Normalization NORMALIZATION =
      new Normalization(List.of(0.5, 0.5), List.of(0.25, 0.25));
  private static final Fixture STEP = Fixture.read("step");
  private static final Backend BACKEND = new CpuBackend(2);

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  private static PictureSet pictures(String name) {
    int[] pixels = STEP.integers(name);
    int count = pixels.length / Math.toIntExact(SPACE.input().size());
    int[] labels = name.equals("pixels") ? STEP.integers("labels") : new int[count];
    return new MadePictures(SPACE.input(), CLASSES, labels, pixels);
  }

  private static Supernet supernet(String moment) {
    Supernet supernet = new Supernet(SPACE, SkipTraining.STABILIZER, 1, BACKEND);
    STEP.checkpoint(moment).restore(supernet);
    return supernet;
  }

  private static float[] forward(
      Supernet supernet, Phase phase, Architecture path, PictureSet pictures, int... indices) {
    Pass pass = supernet.pass(phase, indices.length, Draws.of(0, "none"));
    Batch batch = Batch.plain(pictures, NORMALIZATION, indices);
    return supernet.forward(pass, path, tensor(BACKEND, batch.pixels())).toArray();
  }

  @Test
  void aBlockWithSqueezeExciteAndHardSwishAgrees() {
    Fixture fixture = Fixture.read("block");
    FeatureMap in = new FeatureMap(7, 5, 6);
    var block =
        new InvertedBottleneck(3, 5, Optional.of(SqueezeRule.QUARTER_OF_HIDDEN), Activation.HSWISH);
    Chain chain = Chain.of("block", block.segment(in, 6, 1), BACKEND, Draws.of(1, "block"));
    for (Parameter parameter : chain.parameters()) {
      parameter.value().write(fixture.get(parameter.name()));
    }
    Pass pass = new Pass(BACKEND, new Buffers(BACKEND), Phase.TRAIN, 4, Draws.of(0, "none"));
    Tensor y = chain.forward(pass, tensor(BACKEND, fixture.get("x")));
    assertRelativelyClose(y.toArray(), fixture.get("y"), SHARE);

    Tensor dy = pass.buffers().take(y.size());
    dy.write(fixture.get("dy"));
    assertRelativelyClose(chain.backward(pass, dy).toArray(), fixture.get("dx"), SHARE);
    for (Parameter parameter : chain.parameters()) {
      float[] expected = fixture.get("gradient." + parameter.name());
      assertRelativelyClose(parameter.gradient().toArray(), expected, SHARE);
    }
  }

  @Test
  void logitsAndSmoothedLossesAgree() {
    PictureSet pictures = pictures("pixels");
    CrossEntropy loss = new CrossEntropy(4, SMOOTHING);
    for (Architecture path : List.of(SKIPPING, OTHER)) {
      float[] logits = forward(supernet("before."), Phase.TRAIN, path, pictures, 0, 1, 2, 3, 4, 5);
      assertRelativelyClose(logits, STEP.get("logits." + path.code()), SHARE);
      double got = loss.measure(logits, STEP.integers("labels"), new float[24]).loss();
      assertThat(got).isCloseTo(STEP.get("loss." + path.code())[0], within(SHARE));
    }
  }

  @Test
  void aStepOfTwoPathsAgreesInGradientsWeightsVelocitiesAndMoments() {
    Supernet supernet = supernet("before.");
    PictureSet pictures = pictures("pixels");
    var settings =
        new TrainingSettings(
            1,
            pictures.size(),
            0.05,
            0,
            0.9,
            4e-3,
            SMOOTHING,
            Augmentation.NONE,
            new StrictFairness(),
            SkipTraining.STABILIZER);
    try (var training =
        new SupernetTraining(supernet, settings, pictures, NORMALIZATION, seed(), 0)) {
      double loss = training.advance().loss();
      double mean = (STEP.get("loss.01")[0] + STEP.get("loss.10")[0]) / 2;
      assertThat(loss).isCloseTo(mean, within(SHARE));
    }
    for (Parameter parameter : supernet.parameters()) {
      float[] expected = STEP.get("gradient." + parameter.name());
      assertRelativelyClose(parameter.gradient().toArray(), expected, SHARE);
    }
    Map<String, float[]> expected = STEP.checkpoint("after.").tensors();
    Map<String, float[]> got = SupernetCheckpoint.of(supernet, Map.of()).tensors();
    assertThat(got.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    got.forEach((name, values) -> assertRelativelyClose(values, expected.get(name), SHARE));
  }

  /** A seed by which the first step takes the paths in the order of the fixture. */
  private static long seed() {
    return LongStream.range(0, 100)
        .filter(seed -> new StrictFairness().paths(SPACE, seed, 0).equals(List.of(SKIPPING, OTHER)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void logitsAfterRecalibrationAgree() {
    Supernet supernet = supernet("after.");
    supernet.batchNorms(SKIPPING).forEach(norm -> norm.running().reset());
    PictureSet train = pictures("recalibration");
    forward(supernet, Phase.RECALIBRATE, SKIPPING, train, 0, 1, 2, 3, 4);
    forward(supernet, Phase.RECALIBRATE, SKIPPING, train, 5, 6, 7, 8, 9);
    float[] logits = forward(supernet, Phase.EVALUATE, SKIPPING, pictures("unseen"), 0, 1, 2);
    assertRelativelyClose(logits, STEP.get("recalibrated"), SHARE);
  }
}
