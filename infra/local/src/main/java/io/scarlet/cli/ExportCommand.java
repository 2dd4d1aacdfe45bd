package io.scarlet.cli;

import io.scarlet.cli.io.Json;
import io.scarlet.cli.io.ModelFolder;
import io.scarlet.cli.io.ModelJson;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.export.ModelCard;
import io.scarlet.export.io.OnnxFile;
import io.scarlet.export.io.TorchFile;
import io.scarlet.request.RequestRefused;
import io.scarlet.supernet.checkpoint.io.WholeFile;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scarlet export}: a model for other programs, with its card. */
@Command(
    name = "export",
    description = {
      "Writes a model as a file for other programs, and beside it a model card.",
      "docs/models.md says what the files hold."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {

  /** Files of other programs. */
  enum Format {
    /** A graph for ONNX Runtime and its like. */
    onnx,
    /** Weights for PyTorch. */
    safetensors
  }

  @Mixin private Answer answer;

  @Parameters(
      paramLabel = "MODEL",
      description = "A model.safetensors, its folder, or with --search the code of a network.")
  private String model;

  @Option(
      names = "--search",
      paramLabel = "FOLDER",
      description = "A search that has ended, one of whose models the code names.")
  private Optional<String> search = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "onnx",
      description = "onnx (default), or safetensors as PyTorch names and lays out its weights.")
  private Format format;

  @Option(
      names = "--fold",
      description = "With onnx: batch norms become part of the convolutions ahead of them.")
  private boolean fold;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Default: <space>-<code>.<format> here.")
  private Optional<Path> output = Optional.empty();

  ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    if (fold && format != Format.onnx) {
      throw new RequestRefused("--fold goes with --format onnx only");
    }
    TrainedModel read = ModelFolder.model(ModelFolder.file(named()));
    Path file = output.orElseGet(() -> Path.of(name(read) + "." + format)).toAbsolutePath();
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    switch (format) {
      case onnx -> WholeFile.write(file, draft -> OnnxFile.write(read, fold, draft));
      case safetensors -> WholeFile.write(file, draft -> TorchFile.write(read, draft));
    }
    Path card = beside(file, ".md");
    WholeFile.write(card, ModelCard.markdown(read.facts()));
    Path json = beside(file, ".json");
    WholeFile.write(json, Json.document(ModelJson.of(read.facts())));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", file.toString());
    fields.put("card", card.toString());
    fields.put("facts", json.toString());
    answer.give("wrote %s, its card %s and %s".formatted(file, card, json), fields);
    return 0;
  }

  private Path named() {
    return search
        .map(folder -> ResultFolder.existing(folder).resolve("models").resolve(model))
        .orElseGet(() -> Path.of(model));
  }

  private static String name(TrainedModel model) {
    String name = model.network().name() + "-" + model.facts().code();
    return name.replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  private static Path beside(Path file, String ending) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
  }
}
