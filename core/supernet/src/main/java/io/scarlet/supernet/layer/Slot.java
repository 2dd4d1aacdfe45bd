package io.scarlet.supernet.layer;

/** What a training remembers of weights besides their values. */
public enum Slot {
  /** Where momentum carries them. */
  VELOCITY,
  /** The mean of their gradients' squares. */
  SQUARES,
  /** Their moving average. */
  AVERAGE
}
