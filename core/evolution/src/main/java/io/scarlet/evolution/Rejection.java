package io.scarlet.evolution;

/**
 * A fact that changes nothing, and why; for counting and dead-lettering.
 *
 * @param reason what kind
 * @param detail one line for a person
 */
public record Rejection(Reason reason, String detail) {

  /** The kinds of facts that change nothing. */
  public enum Reason {
    /** The search was requested before. */
    ALREADY_REQUESTED,
    /** The search is complete, or was never requested. */
    NOT_RUNNING,
    /** The weights were published before or too late, or the search needs none. */
    CHECKPOINT_UNUSED,
    /** Other weights were published for this step of the training before. */
    CHECKPOINT_CONTRADICTED,
    /** The candidate has its outcome already. */
    DUPLICATE,
    /** Nobody proposed this candidate. */
    UNKNOWN_CANDIDATE,
    /** The candidate was scored with other weights than it was proposed for. */
    OTHER_CHECKPOINT,
    /** The accuracy is no number from 0 to 1. */
    NOT_AN_ACCURACY,
    /** The loss is no number from 0 on. */
    NOT_A_LOSS,
    /** The latency is no number above 0. */
    NOT_A_LATENCY
  }
}
