package io.scarlet.cli;

import io.scarlet.cli.view.CandidateText;
import io.scarlet.rest.CandidateLineage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code scarlet lineage}: where a network came from. */
@Command(
    name = "lineage",
    description = "Shows a candidate and all that it descends from, parents before children.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LineageCommand implements Callable<Integer> {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(
      paramLabel = "CANDIDATE",
      description = "The id of a candidate; that of its search in it may be abbreviated.")
  private String id;

  LineageCommand() {}

  @Override
  public Integer call() {
    CandidateLineage lineage = options.stack().lineage(id);
    answer.give(CandidateText.lineage(lineage), lineage);
    return 0;
  }
}
