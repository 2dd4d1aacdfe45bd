package io.scarlet.evolution;

/**
 * Why a search is complete.
 *
 * @param label for events and people
 */
public record EndReason(String label) {

  /** As many candidates as allowed were evaluated. */
  public static final EndReason BUDGET_SPENT = new EndReason("budget spent");

  /** Every network of the space was evaluated. */
  public static final EndReason SPACE_EXHAUSTED = new EndReason("space exhausted");

  /** As many generations as allowed are complete. */
  public static final EndReason GENERATIONS_DONE = new EndReason("generations done");

  /** The hypervolume has grown too little. */
  public static final EndReason STALLED = new EndReason("hypervolume stalled");

  /** Somebody asked for it and gave no reason. */
  public static final EndReason STOPPED = new EndReason("stopped");

  /**
   * Somebody asked for it.
   *
   * @param why one line; may be empty
   */
  static EndReason stopped(String why) {
    return why.isBlank() ? STOPPED : new EndReason(STOPPED.label + ": " + why.strip());
  }
}
