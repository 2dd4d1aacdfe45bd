package io.scarlet.space.blueprint;

/**
 * The shape of one picture's features between two operators, {@code [H, W, C]}.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels channels, at least 1
 */
public record FeatureMap(int height, int width, int channels) {

  public FeatureMap {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "a feature map needs a height, a width and channels of at least 1, got "
              + height
              + "x"
              + width
              + "x"
              + channels);
    }
  }

  /** The same area with other channels. */
  public FeatureMap withChannels(int channels) {
    return new FeatureMap(height, width, channels);
  }

  /** The area after a convolution that pads {@code kernel / 2} on every side. */
  public FeatureMap strided(int stride) {
    return new FeatureMap((height + stride - 1) / stride, (width + stride - 1) / stride, channels);
  }

  /** Places in the area, {@code H * W}. */
  public long area() {
    return (long) height * width;
  }

  /** Values in the map, {@code H * W * C}. */
  public long size() {
    return area() * channels;
  }

  @Override
  public String toString() {
    return height + "x" + width + "x" + channels;
  }
}
