package io.scarlet.cli;

import io.scarlet.cli.io.ArchivedSearch;
import io.scarlet.cli.io.ResultFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scarlet import-log}: a search that somebody sent. */
@Command(
    name = "import-log",
    description = "Unpacks what export-log wrote into a folder, and verifies all of it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ImportLogCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file that export-log wrote.")
  private Path source;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder; must be new or empty.")
  private Path output;

  ImportLogCommand() {}

  @Override
  public Integer call() throws IOException {
    int artifacts = new ArchivedSearch(source).unpack(ResultFolder.named(output));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s holds the log; files of weights: %d; see ./scarlet replay %s%n",
        output, artifacts, output);
    out.flush();
    return 0;
  }
}
