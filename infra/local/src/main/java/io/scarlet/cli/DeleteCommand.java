package io.scarlet.cli;

import io.scarlet.cli.stack.RunningStack;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code scarlet delete}: a search that nobody wants to see any more. */
@Command(
    name = "delete",
    description = {
      "Stops a search if it runs, and shows it no more.",
      "Its events stay on the log, its weights in the store, and its id stays taken."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DeleteCommand implements Callable<Integer> {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(paramLabel = "SEARCH", description = "The id of a search, or how it begins.")
  private String id;

  DeleteCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    RunningStack stack = options.stack();
    String whole = stack.search(id).id();
    stack.evolver().delete(whole);
    stack.awaitGone(whole);
    answer.give(whole + " is deleted", Map.of("id", whole));
    return 0;
  }
}
