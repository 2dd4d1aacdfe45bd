package io.scarlet.supernet.data;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures whose every pixel tells which picture it is of; labels as given. */
final class Drawn implements PictureSet {

  private final FeatureMap shape;
  private final int[] labels;

  Drawn(FeatureMap shape, int... labels) {
    this.shape = shape;
    this.labels = labels;
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
    int most = IntStream.of(labels).max().orElse(0);
    return IntStream.rangeClosed(0, most).mapToObj(label -> "class " + label).toList();
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public void read(int index, byte[] pixels) {
    for (int i = 0; i < shape.size(); i++) {
      pixels[i] = (byte) index;
    }
  }
}
