package io.scarlet.evolution;

/** What happened outside. The facts in the order of their folding are the whole search. */
public sealed interface Fact extends SearchEvent {

  /** A search was asked for. */
  record Requested(SearchSettings settings) implements Fact {}

  /** Weights were published. */
  record CheckpointPublished(Checkpoint checkpoint) implements Fact {}

  /**
   * A candidate was evaluated.
   *
   * @param candidateId as the evaluator names it
   * @param outcome a score or a failure
   * @param checkpointSha256 the weights that were used; empty with a table
   */
  record Scored(String candidateId, Outcome outcome, String checkpointSha256) implements Fact {}

  /**
   * A person steered, or a program on a person's behalf.
   *
   * @param reason one line; may be empty
   */
  record Controlled(Control control, String reason) implements Fact {}
}
