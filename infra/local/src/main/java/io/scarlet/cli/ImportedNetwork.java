package io.scarlet.cli;

import io.scarlet.export.io.TorchWeights;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.io.SpaceText;
import io.scarlet.request.io.TextFile;
import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.ModelFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Which network weights from elsewhere are of, and which pictures it takes, as options say it. */
final class ImportedNetwork {

  @Option(
      names = "--space",
      paramLabel = "NAME_OR_FILE",
      description = "The network's space: scarlet-a for instance, or a YAML file.")
  private Optional<String> space = Optional.empty();

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Which network of the space. Not needed for a fixed network.")
  private Optional<String> code = Optional.empty();

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description =
          "Names of the classes, a line each, in the order of the logits. Default: 0 1 2 ...")
  private Optional<Path> classes = Optional.empty();

  @Option(
      names = "--mean",
      paramLabel = "M,...",
      split = ",",
      description =
          "Of each channel of the pictures, scaled to 0 to 1. 0.485,0.456,0.406: ImageNet.")
  private List<Double> mean = new ArrayList<>();

  @Option(
      names = "--deviation",
      paramLabel = "D,...",
      split = ",",
      description = "The same. 0.229,0.224,0.225: ImageNet.")
  private List<Double> deviation = new ArrayList<>();

  ImportedNetwork() {}

  /**
   * What is known of the model to be: what the file says, unless a space is named.
   *
   * @throws RequestRefused where something is missing or does not fit
   */
  ModelFacts facts(Path file, TorchWeights weights) {
    if (space.isEmpty()) {
      return stated(file, weights);
    }
    String text = SpaceText.in(Path.of("")).describedBy(space.get());
    SearchSpace read = SearchSpaceYaml.read(text);
    Architecture network =
        code.map(read::parse)
            .or(read::onlyArchitecture)
            .orElseThrow(
                () ->
                    new RequestRefused(
                        "the space %s has many networks: name one by --code"
                            .formatted(read.name())));
    return new ModelFacts(
        text,
        network.code(),
        1,
        new DataSource("", "", 0),
        classes(read, weights),
        normalization(read, weights),
        Map.of(),
        Map.of("imported from", file.getFileName().toString()),
        Measured.never(),
        Optional.empty());
  }

  private static ModelFacts stated(Path file, TorchWeights weights) {
    try {
      return weights
          .model()
          .orElseThrow(
              () ->
                  new RequestRefused(
                      "%s does not say which network it is of: name it by --space"
                          .formatted(file)));
    } catch (CheckpointMismatchException damaged) {
      throw new RequestRefused("%s: %s".formatted(file, damaged.getMessage()));
    }
  }

  private List<String> classes(SearchSpace read, TorchWeights weights) {
    List<String> names =
        classes
            .map(TextFile::read)
            .or(() -> Optional.ofNullable(weights.facts().get("classes")))
            .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
            .orElseGet(
                () -> IntStream.range(0, read.classes()).mapToObj(Integer::toString).toList());
    if (names.size() != read.classes()) {
      throw new RequestRefused(
          "the network tells %d classes apart, and %d are named"
              .formatted(read.classes(), names.size()));
    }
    return names;
  }

  private Normalization normalization(SearchSpace read, TorchWeights weights) {
    List<Double> means = numbers("mean", mean, weights);
    List<Double> deviations = numbers("deviation", deviation, weights);
    int channels = read.input().channels();
    if (means.size() != channels || deviations.size() != channels) {
      throw new RequestRefused(
          "the pictures have %d channels: name as many numbers by --mean and by --deviation"
              .formatted(channels));
    }
    try {
      return new Normalization(means, deviations);
    } catch (IllegalArgumentException wrong) {
      throw new RequestRefused(wrong.getMessage());
    }
  }

  private static List<Double> numbers(String name, List<Double> given, TorchWeights weights) {
    String stated = weights.facts().getOrDefault(name, "").strip();
    if (!given.isEmpty() || stated.isEmpty()) {
      return given;
    }
    try {
      return Arrays.stream(stated.split("[ ,]+")).map(Double::valueOf).toList();
    } catch (NumberFormatException wrong) {
      throw new RequestRefused(
          "the file says of its %s '%s', which are no numbers: name them by --%s"
              .formatted(name, stated, name));
    }
  }

  /** Where the model goes unless a person says otherwise. */
  Path folder(ModelFacts facts) {
    return Path.of("models", facts.network().name() + "-" + facts.code());
  }
}
