package io.scarlet.rest;

/** How far the training of a finalist is. */
public enum FinalistPhase {
  /** It waits for a trainer. */
  CHOSEN,
  /** A trainer works on it. */
  TRAINING,
  /** Its model is there. */
  TRAINED,
  /** There will be no model. */
  FAILED
}
