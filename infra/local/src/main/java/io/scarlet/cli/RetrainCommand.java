package io.scarlet.cli;

import io.scarlet.cli.io.EventFile;
import io.scarlet.cli.io.ModelFolder;
import io.scarlet.cli.io.Scratch;
import io.scarlet.events.FinalistChosen;
import io.scarlet.local.Installation;
import io.scarlet.local.TrainingProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scarlet retrain}: a model out of one network. */
@Command(
    name = "retrain",
    description = {
      "Trains one network from scratch, by itself, and measures it on the test pictures.",
      "A training that was cut off goes on from its last whole epoch by the same command."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RetrainCommand implements Callable<Integer> {

  @Mixin private RetrainOptions wish;
  @Mixin private Answer answer;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = {
        "Where checkpoint and model go. Default: models/<space>-<code>,",
        "or models/<code> in the folder of the search."
      })
  private Optional<Path> output = Optional.empty();

  RetrainCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    NamedNetwork network = wish.network();
    ModelFolder folder = new ModelFolder(output.orElseGet(network::folder));
    try (Scratch scratch = Scratch.make()) {
      Path event = scratch.file("finalist.avro");
      EventFile.write(event, FinalistChosen.getClassSchema(), List.of(network.event()));
      int exitCode = new TrainingProcess(Installation.current()).run(event, folder.path());
      if (exitCode != 0) {
        return exitCode;
      }
    }
    folder.describe();
    answer.give(folder.summary(), folder.facts());
    return 0;
  }
}
