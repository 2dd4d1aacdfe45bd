package io.scarlet.evolution;

/** What a person asks of a search. */
public enum Control {
  /** Open no new generation; scores of the current one are still taken. */
  PAUSE,
  /** Go on. */
  RESUME,
  /** End with what is scored. */
  STOP
}
