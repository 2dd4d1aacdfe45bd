package io.scarlet.cli;

import io.scarlet.events.ControlAction;
import io.scarlet.rest.SearchPhase;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code scarlet pause}. */
@Command(
    name = "pause",
    description = "Lets a search finish its open generation and open no other until it is resumed.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PauseCommand implements Callable<Integer> {

  @Mixin private Steering steering;

  PauseCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    return steering.ask(
        ControlAction.PAUSE, EnumSet.of(SearchPhase.PAUSED, SearchPhase.ENDED, SearchPhase.FAILED));
  }
}
