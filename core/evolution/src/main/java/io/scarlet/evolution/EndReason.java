package io.scarlet.evolution;

/** Why a search is complete. */
public enum EndReason {
  /** As many candidates as allowed were evaluated. */
  BUDGET_SPENT("budget spent"),
  /** Every network of the space was evaluated. */
  SPACE_EXHAUSTED("space exhausted"),
  /** A person asked for it. */
  STOPPED("stopped");

  private final String label;

  EndReason(String label) {
    this.label = label;
  }

  /** For events and people. */
  public String label() {
    return label;
  }
}
