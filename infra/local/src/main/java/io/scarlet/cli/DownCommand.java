package io.scarlet.cli;

import io.scarlet.cli.io.StackUnavailable;
import io.scarlet.local.StackAddresses;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scarlet down}: ends what {@code scarlet up} started. */
@Command(
    name = "down",
    description = "Stops a stack. Its data stay: ./scarlet up goes on where it was.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DownCommand implements Callable<Integer> {

  private static final int PATIENCE_SECONDS = 90;

  @Mixin private Answer answer;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "scarlet-data",
      description = "The data folder of the stack. Default: scarlet-data.")
  private Path folder;

  DownCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    ProcessHandle keeper = StackAddresses.keeper(folder);
    keeper.destroy();
    try {
      keeper.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException stuck) {
      throw new StackUnavailable(
          "the stack on %s, process %d, does not stop; its logs may say why"
              .formatted(folder, keeper.pid()),
          stuck);
    }
    answer.give("the stack on " + folder + " has stopped", Map.of("folder", folder.toString()));
    return 0;
  }
}
