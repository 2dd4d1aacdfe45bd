package io.scarlet.cli;

import io.scarlet.cli.io.LogArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scarlet export-log}: a search in one file, for others. */
@Command(
    name = "export-log",
    description = "Writes the log of a search and the weights that it refers to into one file.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExportLogCommand implements Callable<Integer> {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(
      paramLabel = "SEARCH_OR_FOLDER",
      description = {
        "The folder of a search, the id of a search in runs,",
        "or that of a search of a stack that runs."
      })
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
    try (NamedSearch search = NamedSearch.of(source, options)) {
      int artifacts = LogArchive.write(search.log(), search.store(), output);
      answer.give(
          "%s holds the log; files of weights: %d".formatted(output, artifacts),
          Map.of("output", output.toString(), "weights", artifacts));
    }
    return 0;
  }
}
