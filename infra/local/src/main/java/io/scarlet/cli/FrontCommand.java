package io.scarlet.cli;

import io.scarlet.cli.stack.RunningStack;
import io.scarlet.cli.view.CandidateText;
import io.scarlet.rest.CandidateStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code scarlet front}: the best of a search so far. */
@Command(
    name = "front",
    description = "Shows the networks of a search that no other beats so far.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FrontCommand implements Callable<Integer> {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(paramLabel = "SEARCH", description = "The id of a search, or how it begins.")
  private String id;

  FrontCommand() {}

  @Override
  public Integer call() {
    RunningStack stack = options.stack();
    List<CandidateStatus> front = stack.evolver().front(stack.search(id).id());
    answer.give(CandidateText.front(front), front);
    return 0;
  }
}
