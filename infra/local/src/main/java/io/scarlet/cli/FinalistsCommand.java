package io.scarlet.cli;

import io.scarlet.cli.stack.RunningStack;
import io.scarlet.cli.view.FinalistText;
import io.scarlet.rest.FinalistStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code scarlet finalists}: the models that a search leaves. */
@Command(
    name = "finalists",
    description = "Shows the networks of a search that are trained by themselves.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FinalistsCommand implements Callable<Integer> {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(paramLabel = "SEARCH", description = "The id of a search, or how it begins.")
  private String id;

  FinalistsCommand() {}

  @Override
  public Integer call() {
    RunningStack stack = options.stack();
    List<FinalistStatus> finalists = stack.evolver().finalists(stack.search(id).id());
    answer.give(FinalistText.status(finalists), finalists);
    return 0;
  }
}
