package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Outcome;

/** Hears what becomes of records and of the loop; decides nothing. Called by the loop's thread. */
public interface LoopListener {

  /** The loop works, from the start or again. */
  void working();

  /** Broker or registry do not answer as they should; the loop tries again. */
  void stalled(RuntimeException cause);

  /** A scorer failed, and may be tried again. */
  void attemptFailed(RuntimeException cause);

  /** An outcome is on the log. */
  void evaluated(String candidateId, Outcome outcome);

  /**
   * A record that holds no candidate is on the log as a dead letter.
   *
   * @param place topic, partition and offset
   * @param reason one line
   */
  void undecodable(String place, String reason);
}
