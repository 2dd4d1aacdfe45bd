package io.scarlet.supernet.backend;

/**
 * Float32 values in row-major order, in memory that a backend owns. Features are {@code [N, H, W,
 * C]}; which shape a tensor has is what the operator says that works on it.
 */
public interface Tensor {

  /** How many values there are. */
  long size();

  /**
   * A part of this tensor, without a copy.
   *
   * @throws IllegalArgumentException if the part does not lie within this tensor
   */
  Tensor part(long offset, long size);

  /**
   * Copies the first {@code values.length} values from an array.
   *
   * @throws IllegalArgumentException if the array is longer than the tensor
   */
  void write(float[] values);

  /**
   * Copies the first {@code values.length} values to an array.
   *
   * @throws IllegalArgumentException if the array is longer than the tensor
   */
  void read(float[] values);

  /** All values as a new array. */
  default float[] toArray() {
    float[] values = new float[Math.toIntExact(size())];
    read(values);
    return values;
  }
}
