package io.scarlet.evolution;

/** When the next candidate is proposed. */
public enum Mode {
  /** When the generation before is complete, so the order of arrival changes nothing. */
  GENERATIONAL,
  /**
   * When an outcome is there, so that no evaluator waits for the slowest. The order of the log
   * decides: a log replays to the same search, but another run takes another course.
   */
  STEADY_STATE
}
