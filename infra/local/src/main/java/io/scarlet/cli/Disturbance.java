package io.scarlet.cli;

import io.scarlet.local.LocalStack;

/** What befalls a stack while a search runs on it. */
@FunctionalInterface
interface Disturbance {

  /** Nothing. */
  Disturbance NONE = (_, _) -> {};

  /**
   * Called whenever the log has been read on, by the thread that follows it.
   *
   * @param events of the search that were read so far
   * @param stack that the search runs on
   */
  void after(int events, LocalStack stack);
}
