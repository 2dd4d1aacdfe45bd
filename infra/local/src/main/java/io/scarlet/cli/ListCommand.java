package io.scarlet.cli;

import io.scarlet.cli.view.SearchText;
import io.scarlet.rest.SearchStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code scarlet list}: the searches of a stack. */
@Command(
    name = "list",
    description = "Lists the searches of a stack that runs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ListCommand implements Callable<Integer> {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  ListCommand() {}

  @Override
  public Integer call() {
    List<SearchStatus> searches = options.stack().evolver().searches();
    answer.give(SearchText.list(searches), searches);
    return 0;
  }
}
