package io.scarlet.cli;

import io.scarlet.cli.stack.RunningStack;
import io.scarlet.cli.view.SearchText;
import io.scarlet.events.ControlAction;
import io.scarlet.rest.SearchPhase;
import io.scarlet.rest.SearchStatus;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What pausing, resuming and stopping have in common: a search, a reason, and an event. */
final class Steering {

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(paramLabel = "SEARCH", description = "The id of a search, or how it begins.")
  private String id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "One line that the log keeps.")
  private String reason = "";

  Steering() {}

  /**
   * Asks, and waits until it is so.
   *
   * @param phases in which the search is then
   */
  int ask(ControlAction action, Set<SearchPhase> phases) throws InterruptedException {
    RunningStack stack = options.stack();
    String whole = stack.search(id).id();
    stack.evolver().control(whole, action, reason);
    SearchStatus after = stack.await(whole, phases);
    answer.give(SearchText.line(after), after);
    return 0;
  }
}
