package io.scarlet.cli;

import io.scarlet.cli.io.ModelFolder;
import io.scarlet.export.io.NameMap;
import io.scarlet.export.io.TorchWeights;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.io.TextFile;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scarlet import}: a model out of weights that PyTorch has. */
@Command(
    name = "import",
    description = {
      "Makes a model of weights that PyTorch has, for evaluate and export.",
      "docs/models.md says how their names become ours."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ImportCommand implements Callable<Integer> {

  @Mixin private Answer answer;
  @Mixin private ImportedNetwork network;

  @Parameters(
      paramLabel = "FILE",
      description = "Safetensors: of ./scarlet export, or of another program with --space.")
  private Path file;

  @Option(
      names = "--names",
      paramLabel = "MAP",
      description = "A YAML file: names of tensors in the file, or regular expressions, to ours.")
  private Optional<Path> names = Optional.empty();

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "What the batch norms of the file add to a variance. Default: 0.00001.")
  private double epsilon = TorchWeights.EPSILON;

  @Option(
      names = "--list",
      description = "Only prints names and shapes, of the file and of the network.")
  private boolean list;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where the model goes. Default: models/<space>-<code>.")
  private Optional<Path> output = Optional.empty();

  ImportCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!(epsilon >= 0 && epsilon < 1)) {
      throw new RequestRefused("--epsilon is from 0 to 1, got " + epsilon);
    }
    TorchWeights weights = weights();
    ModelFacts facts = network.facts(file, weights);
    if (list) {
      String text = weights.listing(facts.network());
      answer.give(text, Map.of("names", text.lines().toList()));
      return 0;
    }
    ModelFolder folder = new ModelFolder(output.orElseGet(() -> network.folder(facts)));
    folder.write(model(weights, facts));
    folder.describe();
    answer.give(
        "imported %,d parameters of %s%nmodel in %s"
            .formatted(folder.parameters(), file, folder.file()),
        folder.facts());
    return 0;
  }

  private TorchWeights weights() {
    if (!Files.isRegularFile(file)) {
      throw new RequestRefused("there is no file " + file);
    }
    NameMap map = names.map(ImportCommand::map).orElse(NameMap.NONE);
    try {
      return TorchWeights.open(file, map);
    } catch (IOException | CheckpointMismatchException | IllegalArgumentException unusable) {
      throw new RequestRefused(unusable.getMessage());
    }
  }

  private static NameMap map(Path named) {
    try {
      return NameMap.read(TextFile.read(named));
    } catch (IllegalArgumentException wrong) {
      throw new RequestRefused("%s: %s".formatted(named, wrong.getMessage()));
    }
  }

  private TrainedModel model(TorchWeights weights, ModelFacts facts) {
    try {
      return weights.model(facts, epsilon);
    } catch (CheckpointMismatchException other) {
      throw new RequestRefused(other.getMessage());
    }
  }
}
