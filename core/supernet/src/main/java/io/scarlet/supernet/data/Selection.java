package io.scarlet.supernet.data;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.List;

/** Some pictures of another set. */
final class Selection implements PictureSet {

  private final PictureSet all;
  private final int[] indices;

  Selection(PictureSet all, int[] indices) {
    this.all = all;
    this.indices = indices;
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public FeatureMap shape() {
    return all.shape();
  }

  @Override
  public List<String> classes() {
    return all.classes();
  }

  @Override
  public int label(int index) {
    return all.label(indices[index]);
  }

  @Override
  public void read(int index, byte[] pixels) {
    all.read(indices[index], pixels);
  }

  @Override
  public boolean isSlow() {
    return all.isSlow();
  }
}
