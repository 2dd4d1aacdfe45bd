package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.PictureSet;
import java.util.List;

/** Pictures that are small enough to stay in memory. */
final class LoadedPictures implements PictureSet {

  private final FeatureMap shape;
  private final List<String> classes;
  private final byte[] labels;
  private final byte[] pixels;

  /**
   * Pictures of {@code [N, H, W, C]} with labels {@code [N]}; the arrays are not copied.
   *
   * @throws DataFormatException if a label has no class
   */
  LoadedPictures(String what, FeatureMap shape, List<String> classes, byte[] labels, byte[] pixels)
      throws DataFormatException {
    this.shape = shape;
    this.classes = List.copyOf(classes);
    this.labels = labels;
    this.pixels = pixels;
    for (int i = 0; i < labels.length; i++) {
      if (Byte.toUnsignedInt(labels[i]) >= classes.size()) {
        throw new DataFormatException(
            what
                + ": label "
                + Byte.toUnsignedInt(labels[i])
                + " of picture "
                + i
                + " is not one of the "
                + classes.size()
                + " classes; the file is damaged or of another data set");
      }
    }
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public FeatureMap shape() {
    return shape;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return Byte.toUnsignedInt(labels[index]);
  }

  @Override
  public void read(int index, byte[] into) {
    int size = Math.toIntExact(shape.size());
    System.arraycopy(pixels, index * size, into, 0, size);
  }
}
