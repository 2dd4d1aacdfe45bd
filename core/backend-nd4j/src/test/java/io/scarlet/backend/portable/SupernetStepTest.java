package io.scarlet.backend.portable;

import static io.scarlet.backend.reference.Values.assertRelativelyClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.backend.fixture.MadePictures;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.random.Draws;
import io.scarlet.supernet.sampling.StrictFairness;
import io.scarlet.supernet.training.SupernetTraining;
import io.scarlet.supernet.training.TrainingSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both backends take the same step from the same weights. */
@ExtendWith(WhereNd4jRuns.class)
class SupernetStepTest {

  private static final double SHARE = 1e-4;
  private static final int PICTURES = 10;
  private static final SearchSpace SPACE =
      SearchSpaceYaml.read(
          """
          name: step
          input: 15x13x3
          classes: 5
          activation: hswish
          stem:
            - conv: {channels: 9, kernel: 3, stride: 2}
          stages:
            - {channels: 11, stride: 2, layers: [[e3k3, e2k5s, e2k7], [e3k7s, e2k3s, skip]]}
          tail:
            - conv: {channels: 19, kernel: 1}
            - pool
          """);

  /** What a step left behind. */
  private record Step(double loss, Map<String, float[]> after, List<Parameter> parameters) {}

  private static PictureSet pictures() {
    Draws draws = Draws.of(1, "pictures");
    int[] labels = IntStream.range(0, PICTURES).map(i -> draws.below(5, i)).toArray();
    int[] pixels =
        IntStream.range(0, PICTURES * Math.toIntExact(SPACE.input().size()))
            .map(i -> draws.below(256, PICTURES + i))
            .toArray();
    return new MadePictures(SPACE.input(), List.of("a", "b", "c", "d", "e"), labels, pixels);
  }

  private static Step step(Backend backend) {
    Supernet supernet = new Supernet(SPACE, SkipTraining.STABILIZER, 3, backend);
    PictureSet pictures = pictures();
    var settings =
        new TrainingSettings(
            1,
            PICTURES,
            0.05,
            0,
            0.9,
            4e-3,
            0.1,
            Augmentation.NONE,
            new StrictFairness(),
            SkipTraining.STABILIZER);
    Normalization normalization =
        new Normalization(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));
    try (var training = new SupernetTraining(supernet, settings, pictures, normalization, 3, 0)) {
      double loss = training.advance().loss();
      return new Step(
          loss, SupernetCheckpoint.of(supernet, Map.of()).tensors(), supernet.parameters());
    }
  }

  @Test
  void lossesGradientsWeightsVelocitiesAndMomentsAgree() {
    try (Backend cpu = new CpuBackend(2);
        Backend portable = new PortableBackend(2)) {
      Step expected = step(portable);
      Step got = step(cpu);
      assertThat(got.loss()).isCloseTo(expected.loss(), within(SHARE));
      for (int i = 0; i < expected.parameters().size(); i++) {
        Parameter parameter = expected.parameters().get(i);
        float[] gradient = got.parameters().get(i).gradient().toArray();
        assertRelativelyClose(gradient, parameter.gradient().toArray(), SHARE);
      }
      assertThat(got.after().keySet()).isEqualTo(expected.after().keySet());
      got.after()
          .forEach(
              (name, values) -> assertRelativelyClose(values, expected.after().get(name), SHARE));
    }
  }
}
