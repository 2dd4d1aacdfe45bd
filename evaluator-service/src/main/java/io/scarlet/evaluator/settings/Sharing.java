package io.scarlet.evaluator.settings;

/** How evaluators share the candidates; see {@code docs/adr/0015}. */
public enum Sharing {
  /** Each has some partitions of a consumer group, and every score shows once. */
  PARTITIONS,
  /** Each takes the next candidate of a share group; now and then a score shows twice. */
  QUEUE
}
