package io.scarlet.rest;

/** What a search does. */
public enum SearchPhase {
  /** It waits for the weights of its supernet. */
  TRAINING,
  /** Its candidates are scored. */
  RUNNING,
  /** It opens no new generation until it is resumed. */
  PAUSED,
  /** It is complete; the reason says why. */
  ENDED,
  /** A service cannot go on with it: a person must act. */
  FAILED
}
