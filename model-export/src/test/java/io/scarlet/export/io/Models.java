package io.scarlet.export.io;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.layer.BatchNorm;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.random.Draws;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Networks whose weights and moments are all different, to be compared with other programs. */
final class Models {

  /** Every operator there is: squeeze and excite, hard swish, skips, shortcuts, strides. */
  static final String EVERYTHING =
      """
      name: everything
      input: 28x28x1
      classes: 10
      activation: hswish
      stem:
        - conv: {channels: 8, kernel: 3, stride: 2, activation: relu}
        - separable: {channels: 8, kernel: 3, activation: relu6}
      choices: [e3k3, e3k5s, e6k7s, skip]
      stages:
        - {channels: 12, stride: 2, layers: 2}
        - {channels: 16, layers: 3}
      tail:
        - conv: {channels: 24, kernel: 1}
        - pool
      """;

  private Models() {}

  static ConfiguredBackend backend() {
    return new ConfiguredBackend(InstalledBackends.onClassPath(), BackendChoice.AUTO, 2);
  }

  static TrainedModel of(String code, Backend backend) {
    ModelFacts facts =
        new ModelFacts(
            EVERYTHING,
            code,
            7,
            new DataSource("fashion-mnist-excerpt", "", 0),
            List.of("t-shirt", "trouser", "2", "3", "4", "5", "6", "7", "8", "ankle boot \u00e9"),
            new Normalization(List.of(0.28), List.of(0.35)),
            Map.of("epochs", "1"),
            Map.of(),
            new Measured("test", 1000, 0.5, 1.5),
            Optional.empty());
    Supernet network = TrainedModel.untrained(facts.network(), 7, backend);
    Draws draws = Draws.of(7, "models");
    int at = 0;
    for (Parameter parameter : network.parameters()) {
      if (!parameter.decays()) {
        boolean scale = parameter.name().endsWith("scale");
        fill(parameter.value(), scale ? 1 : 0, draws.at(at++));
      }
    }
    for (BatchNorm norm : network.batchNorms()) {
      int channels = Math.toIntExact(norm.running().moments().mean().size());
      float[] mean = values(channels, 0, draws.at(at++));
      float[] variance = values(channels, 1, draws.at(at++));
      norm.running().restore(mean, variance);
    }
    return TrainedModel.of(network, facts);
  }

  private static void fill(Tensor tensor, float around, Draws draws) {
    tensor.write(values(Math.toIntExact(tensor.size()), around, draws));
  }

  /** Within 0.3 of a value. */
  private static float[] values(int size, float around, Draws draws) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = around + (float) Math.clamp(0.1 * draws.normal(i), -0.3, 0.3);
    }
    return values;
  }

  /** The space of all of them. */
  static int classes() {
    return SearchSpaceYaml.read(EVERYTHING).classes();
  }

  /** A network of a stem, a layer and a classifier. */
  static ModelFacts tiny() {
    return imported(
        """
        name: tiny
        input: 8x8x1
        classes: 2
        activation: relu
        stem:
          - conv: {channels: 4, kernel: 3}
        choices: [e2k3, skip]
        stages:
          - {channels: 4, layers: 1}
        tail:
          - pool
        """,
        "0",
        1);
  }

  /** What is known of a model from elsewhere. */
  static ModelFacts imported(String space, String code, int channels) {
    SearchSpace read = SearchSpaceYaml.read(space);
    List<Double> each = Collections.nCopies(channels, 0.5);
    return new ModelFacts(
        space,
        code,
        1,
        new DataSource("", "", 0),
        IntStream.range(0, read.classes()).mapToObj(Integer::toString).toList(),
        new Normalization(each, each),
        Map.of(),
        Map.of("imported from", "theirs.safetensors"),
        Measured.never(),
        Optional.empty());
  }
}
