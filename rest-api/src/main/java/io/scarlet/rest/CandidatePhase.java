package io.scarlet.rest;

/** Whether a candidate has an outcome. */
public enum CandidatePhase {
  /** It is being evaluated. */
  OPEN,
  /** It has a score. */
  SCORED,
  /** It will get no score. */
  FAILED
}
