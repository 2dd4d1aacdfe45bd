package io.scarlet.supernet.data.io;

/** One channel of a picture, turned: column by column. */
final class Plane {

  private final byte[] values;
  private final int stride;

  /**
   * A channel; the array is not copied.
   *
   * @param values column by column, 128 less than values of 0 to 255
   * @param stride values from a column to the next
   */
  Plane(byte[] values, int stride) {
    this.values = values;
    this.stride = stride;
  }

  byte[] values() {
    return values;
  }

  int stride() {
    return stride;
  }
}
