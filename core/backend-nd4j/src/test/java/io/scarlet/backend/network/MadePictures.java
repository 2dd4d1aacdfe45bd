package io.scarlet.backend.network;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.PictureSet;
import java.util.List;

/** Pictures given as {@code [N, H, W, C]}, 0 to 255. */
record MadePictures(FeatureMap shape, List<String> classes, int[] labels, int[] pixels)
    implements PictureSet {

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
