package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.ReplaySummary;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scarlet replay}: whether a recorded search decides today as it did then. */
@Command(
    name = "replay",
    description = {
      "Folds the recorded facts of a search again and compares every candidate and every"
          + " generation that follows with the recorded one, byte for byte.",
      "Exit code 0: equal, 1: different, 2: no such log."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ReplayCommand implements Callable<Integer> {

  private static final int EQUAL = 0;
  private static final int DIFFERENT = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER_OR_FILE",
      description = "The folder of a search, or the log.avro in it.")
  private Path source;

  ReplayCommand() {}

  @Override
  public Integer call() {
    Path file = Files.isDirectory(source) ? ResultFolder.log(source) : source;
    ReplayReport report = Replay.of(LogFile.read(file));
    PrintWriter out = spec.commandLine().getOut();
    out.println(ReplaySummary.of(report));
    out.flush();
    return report.equal() ? EQUAL : DIFFERENT;
  }
}
