package io.scarlet.supernet.data.io;

/** One channel of a picture, at a resolution of its own. */
final class Plane {

  private final byte[] values;
  private final int stride;
  private final double width;
  private final double height;

  /**
   * A channel; the array is not copied.
   *
   * @param values row by row, 0 to 255 as unsigned bytes
   * @param stride values from a row to the next
   * @param width of the picture in this channel's pixels, of which the last may be a part
   * @param height of the picture in this channel's pixels, of which the last may be a part
   */
  Plane(byte[] values, int stride, double width, double height) {
    this.values = values;
    this.stride = stride;
    this.width = width;
    this.height = height;
  }

  byte[] values() {
    return values;
  }

  int stride() {
    return stride;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }
}
