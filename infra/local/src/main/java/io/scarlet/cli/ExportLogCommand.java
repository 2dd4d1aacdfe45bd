package io.scarlet.cli;

import io.scarlet.cli.io.LogArchive;
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

/** {@code scarlet export-log}: a search in one file, for others. */
@Command(
    name = "export-log",
    description = "Writes the log of a search and the weights that it refers to into one file.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExportLogCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SEARCH_OR_FOLDER",
      description = "The id of a search in runs, or the folder of a search.")
  private String source;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "The file, a ZIP archive; must not exist yet.")
  private Path output;

  ExportLogCommand() {}

  @Override
  public Integer call() throws IOException {
    int artifacts = LogArchive.write(ResultFolder.existing(source), output);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s holds the log; files of weights: %d%n", output, artifacts);
    out.flush();
    return 0;
  }
}
