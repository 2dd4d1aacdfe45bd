package io.scarlet.cli;

import io.scarlet.cli.view.SearchText;
import io.scarlet.rest.SearchStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code scarlet status}: how far a search is. */
@Command(
    name = "status",
    description = "Shows how far a search of a stack is.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(paramLabel = "SEARCH", description = "The id of a search, or how it begins.")
  private String id;

  StatusCommand() {}

  @Override
  public Integer call() {
    SearchStatus search = options.stack().search(id);
    answer.give(SearchText.status(search), search);
    return 0;
  }
}
