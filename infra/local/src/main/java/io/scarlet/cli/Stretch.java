package io.scarlet.cli;

import io.scarlet.local.LocalStack;
import java.util.List;

/** Disturbs nothing, and notes what there is to disturb. */
final class Stretch implements Disturbance {

  private int events;
  private List<String> programs = List.of();

  Stretch() {}

  @Override
  public void after(int read, LocalStack stack) {
    events = read;
    programs = stack.programs();
  }

  /** How many events the search had before its last. */
  int events() {
    return events;
  }

  /** Which processes it ran on. */
  List<String> programs() {
    return programs;
  }
}
