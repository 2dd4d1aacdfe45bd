package io.scarlet.backend.portable;

import io.scarlet.supernet.backend.Tensor;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values in a buffer of ND4J. Two tensors are equal if they are the same memory. */
final class PortableTensor implements Tensor {

  /** A class, since memory is the same or another whatever it holds. */
  private static final class Memory {
    private final DataBuffer values;

    Memory(DataBuffer values) {
      this.values = values;
    }
  }

  private final Memory memory;
  private final long offset;
  private final long size;

  private PortableTensor(Memory memory, long offset, long size) {
    this.memory = memory;
    this.offset = offset;
    this.size = size;
  }

  /** New memory, all zero, freed when nothing refers to it any more. */
  static PortableTensor allocate(long size) {
    INDArray flat = Nd4j.zeros(DataType.FLOAT, Math.max(1, size));
    return new PortableTensor(new Memory(flat.data()), 0, size);
  }

  /**
   * A view of the first values in a shape, row-major, without a copy.
   *
   * @throws IllegalArgumentException if the tensor is too small for it
   */
  static INDArray array(Tensor tensor, long... shape) {
    PortableTensor portable = (PortableTensor) tensor;
    long values = 1;
    for (long side : shape) {
      values *= side;
    }
    if (portable.size < values) {
      throw new IllegalArgumentException(
          "a tensor of " + portable.size + " values is too small for " + values);
    }
    return Nd4j.create(
        portable.memory.values,
        shape,
        Nd4j.getStrides(shape, 'c'),
        portable.offset,
        'c',
        DataType.FLOAT);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public PortableTensor part(long offset, long size) {
    if (offset < 0 || size < 0 || offset + size > this.size) {
      throw new IllegalArgumentException(
          offset + " + " + size + " does not lie within " + this.size + " values");
    }
    return new PortableTensor(memory, this.offset + offset, size);
  }

  @Override
  public void write(float[] values) {
    checkFits(values);
    if (values.length > 0) {
      array(this, values.length).assign(Nd4j.createFromArray(values));
    }
  }

  @Override
  public void read(float[] values) {
    checkFits(values);
    if (values.length > 0) {
      float[] copy = array(this, values.length).toFloatVector();
      System.arraycopy(copy, 0, values, 0, values.length);
    }
  }

  private void checkFits(float[] values) {
    if (values.length > size) {
      throw new IllegalArgumentException(
          values.length + " values do not fit a tensor of " + size + " values");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortableTensor that
        && memory.equals(that.memory)
        && offset == that.offset
        && size == that.size;
  }

  @Override
  public int hashCode() {
    return Objects.hash(memory, offset, size);
  }
}
