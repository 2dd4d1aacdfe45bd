package io.scarlet.backend.network;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.PictureSet;
import java.util.List;

/** Pictures given as {@code [N, H, W, C]}, 0 to 255. */
final class MadePictures implements PictureSet {

  private final FeatureMap shape;
  private final List<String> classes;
  private final int[] labels;
  private final int[] pixels;

  MadePictures(FeatureMap shape, List<String> classes, int[] labels, int[] pixels) {
    this.shape = shape;
    this.classes = classes;
    this.labels = labels;
    this.pixels = pixels;
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
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public void read(int index, byte[] into) {
    int size = Math.toIntExact(shape.size());
    for (int i = 0; i < size; i++) {
      into[i] = (byte) pixels[index * size + i];
    }
  }
}
