package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for features and gradients of one pass, reused by the next. While training, features are
 * kept until the pass ends, since the way back needs them. Once every path has been seen, nothing
 * is allocated any more.
 */
public final class Buffers {

  private static final class Slot {
    private Tensor memory;
    private Tensor lent;

    Slot(Tensor memory) {
      this.memory = memory;
      lent = none();
    }

    Tensor lend(long size) {
      lent = memory.part(0, size);
      return lent;
    }

    boolean isFree() {
      return lent.size() == 0;
    }

    void free() {
      lent = none();
    }

    private Tensor none() {
      return memory.part(0, 0);
    }
  }

  private final Backend backend;
  private final List<Slot> slots = new ArrayList<>();

  /** No memory yet; it comes as the first passes ask for it. */
  public Buffers(Backend backend) {
    this.backend = backend;
  }

  /** Starts a pass: all memory of the one before is free again. */
  public void reset() {
    slots.forEach(Slot::free);
  }

  /**
   * Memory with whatever it holds, until it is released or the pass ends.
   *
   * @param size values, at least 1
   */
  public Tensor take(long size) {
    Slot best = null;
    for (Slot slot : slots) {
      if (slot.isFree() && (best == null || fitsBetter(slot, best, size))) {
        best = slot;
      }
    }
    if (best == null) {
      best = new Slot(backend.allocate(size));
      slots.add(best);
    } else if (best.memory.size() < size) {
      best.memory = backend.allocate(size);
    }
    return best.lend(size);
  }

  /** The smallest that is large enough, else the largest. */
  private static boolean fitsBetter(Slot slot, Slot best, long size) {
    long mine = slot.memory.size();
    long others = best.memory.size();
    return others < size ? mine > others : mine >= size && mine < others;
  }

  /** Gives memory back before the pass ends. */
  public void release(Tensor tensor) {
    for (Slot slot : slots) {
      if (slot.lent.equals(tensor)) {
        slot.free();
        return;
      }
    }
    throw new IllegalArgumentException("these buffers did not lend that tensor");
  }
}
