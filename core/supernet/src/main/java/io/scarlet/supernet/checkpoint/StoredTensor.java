package io.scarlet.supernet.checkpoint;

import io.scarlet.supernet.backend.Tensor;
import java.nio.FloatBuffer;
import java.util.List;

/** Values of a checkpoint, in memory or mapped from a file. */
public final class StoredTensor {

  private static final int CHUNK = 1 << 14;

  private final List<Integer> shape;
  private final FloatBuffer values;

  /**
   * Values with their shape; they are not copied.
   *
   * @param shape sizes of the dimensions, whose product is how many values there are
   */
  public StoredTensor(List<Integer> shape, FloatBuffer values) {
    this.shape = List.copyOf(shape);
    this.values = values.asReadOnlyBuffer();
    long size = 1;
    for (int side : this.shape) {
      size = Math.multiplyExact(size, side);
    }
    if (size != values.remaining()) {
      throw new IllegalArgumentException(
          "a tensor of shape " + shape + " does not have " + values.remaining() + " values");
    }
  }

  /** Values with their shape; they are not copied. */
  public static StoredTensor of(List<Integer> shape, float[] values) {
    return new StoredTensor(shape, FloatBuffer.wrap(values));
  }

  /** Values in a row. */
  static StoredTensor of(float[] values) {
    return new StoredTensor(List.of(values.length), FloatBuffer.wrap(values));
  }

  /** The values of a tensor now. */
  static StoredTensor of(List<Integer> shape, Tensor tensor) {
    return new StoredTensor(shape, FloatBuffer.wrap(tensor.toArray()));
  }

  /** Sizes of the dimensions. */
  public List<Integer> shape() {
    return shape;
  }

  /** How many values there are. */
  public int size() {
    return values.remaining();
  }

  /** The values, to be read only. */
  public FloatBuffer values() {
    return values.duplicate();
  }

  /** All values as a new array. */
  public float[] toArray() {
    float[] copy = new float[size()];
    values().get(copy);
    return copy;
  }

  /** Writes a tensor of as many values, a part at a time: no copy of a large one on the heap. */
  void copyTo(Tensor tensor) {
    FloatBuffer from = values();
    float[] chunk = new float[Math.min(CHUNK, size())];
    long at = 0;
    while (from.hasRemaining()) {
      if (from.remaining() < chunk.length) {
        chunk = new float[from.remaining()];
      }
      from.get(chunk);
      tensor.part(at, chunk.length).write(chunk);
      at += chunk.length;
    }
  }
}
