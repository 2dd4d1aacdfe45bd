package io.scarlet.backend.portable;

import static io.scarlet.backend.portable.PortableTensor.array;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Memory within kernels, kept from call to call: allocating it anew costs more than the kernel. */
final class Scratch {

  private final Map<Integer, PortableTensor> slots = new HashMap<>();

  /** An array with whatever it holds, until the same slot is taken again. */
  INDArray take(int slot, long... shape) {
    long size = 1;
    for (long side : shape) {
      size *= side;
    }
    PortableTensor memory = slots.get(slot);
    if (memory == null || memory.size() < size) {
      memory = PortableTensor.allocate(size);
      slots.put(slot, memory);
    }
    return array(memory, shape);
  }
}
