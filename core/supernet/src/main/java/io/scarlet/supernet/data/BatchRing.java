package io.scarlet.supernet.data;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for the batches of a {@link BatchStream}, each used again when the stream cannot have it
 * in flight any more. Used by the thread that makes the batches.
 */
public final class BatchRing {

  private final List<Batch> batches = new ArrayList<>();
  private final int size;
  private final FeatureMap shape;
  private int next;

  /** Memory that comes as it is asked for. */
  public BatchRing(int size, FeatureMap shape) {
    this.size = size;
    this.shape = shape;
  }

  /** The memory that was used longest ago. */
  public Batch next() {
    if (next == batches.size()) {
      batches.add(Batch.empty(size, shape));
    }
    Batch batch = batches.get(next);
    next = (next + 1) % BatchStream.IN_FLIGHT;
    return batch;
  }
}
