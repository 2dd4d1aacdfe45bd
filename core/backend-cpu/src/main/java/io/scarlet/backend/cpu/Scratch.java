package io.scarlet.backend.cpu;

import java.util.ArrayList;
import java.util.List;

/** Memory that lives for one kernel call and is reused by the next; it only ever grows. */
final class Scratch {

  private final List<CpuTensor> slots = new ArrayList<>();

  /** The address of at least {@code size} values, with whatever they hold. */
  long take(int slot, long size) {
    return tensor(slot, size).address();
  }

  /** A tensor of at least {@code size} values, with whatever they are. */
  CpuTensor tensor(int slot, long size) {
    while (slots.size() <= slot) {
      slots.add(CpuTensor.allocate(0));
    }
    if (slots.get(slot).size() < size) {
      slots.set(slot, CpuTensor.allocate(size + size / 4));
    }
    return slots.get(slot);
  }
}
