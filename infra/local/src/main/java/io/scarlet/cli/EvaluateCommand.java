package io.scarlet.cli;

import io.scarlet.cli.io.ModelFolder;
import io.scarlet.local.EvaluationProcess;
import io.scarlet.local.Installation;
import io.scarlet.request.RequestRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scarlet evaluate}: how well a model does on pictures. */
@Command(
    name = "evaluate",
    description = {
      "Measures a model on pictures: accuracy, loss, and for each class what it is taken for."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "MODEL",
      description = "A model.safetensors, or the folder that retrain wrote it to.")
  private Path model;

  @Option(
      names = "--data",
      paramLabel = "NAME_OR_DIR",
      description = {
        "The pictures: fashion-mnist-excerpt, fashion-mnist, or a folder.",
        "Default: those that it was trained on."
      })
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "test",
      description = "Which of them: test (default), validation, train.")
  private String split;

  EvaluateCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path file = ModelFolder.file(model);
    String set = data.isPresent() ? data.get() : ModelFolder.facts(file).data().set();
    if (set.isEmpty()) {
      throw new RequestRefused(
          file + " does not say which pictures it was trained on: name some by --data");
    }
    return new EvaluationProcess(Installation.current()).run(file, set, split);
  }
}
