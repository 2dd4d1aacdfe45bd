package io.scarlet.supernet.layer;

/** What a pass is for. */
public enum Phase {
  /** Batch norms use the batch's moments and follow them with momentum; dropout is on. */
  TRAIN,
  /** Batch norms use the batch's moments and average them evenly over the batches; no dropout. */
  RECALIBRATE,
  /** Batch norms use the moments that they remember; no dropout. */
  EVALUATE
}
