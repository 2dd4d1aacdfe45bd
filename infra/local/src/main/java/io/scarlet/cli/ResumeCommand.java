package io.scarlet.cli;

import io.scarlet.events.ControlAction;
import io.scarlet.rest.SearchPhase;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code scarlet resume}. */
@Command(
    name = "resume",
    description = "Lets a search go on that was paused.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ResumeCommand implements Callable<Integer> {

  @Mixin private Steering steering;

  ResumeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    return steering.ask(ControlAction.RESUME, EnumSet.complementOf(EnumSet.of(SearchPhase.PAUSED)));
  }
}
