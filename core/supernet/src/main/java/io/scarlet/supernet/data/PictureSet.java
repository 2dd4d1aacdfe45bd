package io.scarlet.supernet.data;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.List;

/** Labelled pictures of one shape. Reading is safe from several threads. */
public interface PictureSet {

  /** How many pictures there are. */
  int size();

  /** Shape of every picture, {@code [H, W, C]}. */
  FeatureMap shape();

  /** Names of the classes, in the order of the labels. */
  List<String> classes();

  /** Class of a picture, an index of {@link #classes()}. */
  int label(int index);

  /**
   * Writes the pixels of a picture, {@code [H, W, C]}, 0 to 255 as unsigned bytes.
   *
   * @throws UnreadablePictureException if the picture cannot be read
   */
  void read(int index, byte[] pixels);

  /** Whether reading takes so long that several threads should share the pictures of a batch. */
  default boolean isSlow() {
    return false;
  }

  /** Some of the pictures, in the given order. */
  default PictureSet select(int[] indices) {
    return new Selection(this, indices.clone());
  }
}
