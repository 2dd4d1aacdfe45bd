package io.scarlet.backend.cpu;

import io.scarlet.supernet.backend.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Values in off-heap memory.
 *
 * @param memory what keeps the memory alive
 * @param address of the first value
 * @param size values
 */
record CpuTensor(MemorySegment memory, long address, long size) implements Tensor {

  private static final long CACHE_LINE = 64;

  /** New memory, all zero and with slack after it, freed when nothing refers to it any more. */
  static CpuTensor allocate(long size) {
    MemorySegment memory = Arena.ofAuto().allocate(size * Float.BYTES + Lanes.SLACK, CACHE_LINE);
    return new CpuTensor(memory, memory.address(), size);
  }

  /** The address of a tensor that must hold at least so many values. */
  static long address(Tensor tensor, long atLeast) {
    CpuTensor cpu = (CpuTensor) tensor;
    if (cpu.size < atLeast) {
      throw new IllegalArgumentException(
          "a tensor of " + cpu.size + " values is too small for " + atLeast);
    }
    return cpu.address;
  }

  @Override
  public CpuTensor part(long offset, long size) {
    if (offset < 0 || size < 0 || offset + size > this.size) {
      throw new IllegalArgumentException(
          offset + " + " + size + " does not lie within " + this.size + " values");
    }
    return new CpuTensor(memory, address + offset * Float.BYTES, size);
  }

  @Override
  public void write(float[] values) {
    checkFits(values);
    Lanes.copy(values, address);
  }

  @Override
  public void read(float[] values) {
    checkFits(values);
    Lanes.copy(address, values);
  }

  private void checkFits(float[] values) {
    if (values.length > size) {
      throw new IllegalArgumentException(
          values.length + " values do not fit a tensor of " + size + " values");
    }
  }
}
