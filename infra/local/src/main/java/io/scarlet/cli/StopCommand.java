package io.scarlet.cli;

import io.scarlet.events.ControlAction;
import io.scarlet.rest.SearchPhase;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code scarlet stop}. */
@Command(
    name = "stop",
    description = "Ends a search with what is scored.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StopCommand implements Callable<Integer> {

  @Mixin private Steering steering;

  StopCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    return steering.ask(ControlAction.STOP, EnumSet.of(SearchPhase.ENDED));
  }
}
