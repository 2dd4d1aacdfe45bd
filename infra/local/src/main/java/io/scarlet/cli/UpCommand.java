package io.scarlet.cli;

import io.scarlet.local.Installation;
import io.scarlet.local.LocalStack;
import io.scarlet.local.StackSettings;
import io.scarlet.local.process.ProcessFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scarlet up}: a stack that stays. */
@Command(
    name = "up",
    description = {
      "Starts a stack that stays until Ctrl-C or ./scarlet down, and keeps its data.",
      "Started again on the same folder, it goes on with every search that has not ended."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class UpCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "scarlet-data",
      description = "Where its data lie. Default: scarlet-data.")
  private Path folder;

  @Mixin private Evaluators evaluators;

  UpCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    int scoring = evaluators.count();
    Installation installation = Installation.current();
    StackSettings settings = StackSettings.kept(folder, scoring);
    Files.createDirectories(settings.logs());
    ProgramLog.to(settings.logs().resolve("scarlet.log"));
    PrintWriter err = spec.commandLine().getErr();
    say(err, "a stack starts, its data lie in " + folder);
    try (LocalStack stack = LocalStack.start(installation, settings, line -> say(err, line));
        Interruption _ =
            new Interruption(() -> {}, err, "the stack stops; ./scarlet up goes on where it was")) {
      stack.awaitLog();
      stack.awaitServices();
      say(spec.commandLine().getOut(), "the stack serves at " + stack.dashboard());
      say(err, "open it in a browser to watch; ./scarlet submit asks for a search");
      say(err, "Ctrl-C or ./scarlet down stops it");
      throw failureOf(stack);
    }
  }

  /** What ends the stack, short of a person. */
  private static ProcessFailure failureOf(LocalStack stack) throws InterruptedException {
    Optional<ProcessFailure> failure = stack.failure();
    while (failure.isEmpty()) {
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      failure = stack.failure();
    }
    return failure.get();
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
