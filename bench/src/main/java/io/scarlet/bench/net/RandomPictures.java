package io.scarlet.bench.net;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.PictureSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Noise with random labels, held in memory: what a kernel takes does not depend on the picture. */
public final class RandomPictures implements PictureSet {

  private static final long SEED = 1;

  private final FeatureMap shape;
  private final List<String> classes;
  private final int[] labels;
  private final byte[][] pixels;

  /** So many pictures of the shape and with the classes of a search space, always the same. */
  public RandomPictures(SearchSpace space, int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    shape = space.input();
    classes = IntStream.range(0, space.classes()).mapToObj(String::valueOf).toList();
    labels = new int[size];
    pixels = new byte[size][Math.toIntExact(shape.size())];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(space.classes());
      random.nextBytes(pixels[i]);
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
    return labels[index];
  }

  @Override
  public void read(int index, byte[] into) {
    System.arraycopy(pixels[index], 0, into, 0, into.length);
  }
}
