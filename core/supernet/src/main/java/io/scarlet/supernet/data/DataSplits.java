package io.scarlet.supernet.data;

import io.scarlet.supernet.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set.
 *
 * @param train pictures to train on
 * @param validation pictures to score on, none of which is trained on
 * @param test pictures that no decision sees
 */
public record DataSplits(PictureSet train, PictureSet validation, PictureSet test) {

  private static final int TENTH = 10;

  public DataSplits {
    if (!train.shape().equals(validation.shape()) || !train.shape().equals(test.shape())) {
      throw new IllegalArgumentException("all splits of a data set have pictures of one shape");
    }
  }

  /**
   * Splits that have no validation pictures of their own: some train pictures are held out, as many
   * of each class as its share of all.
   *
   * @param held pictures to hold out; 0 for a tenth
   * @param seed which pictures
   * @throws IllegalArgumentException if none would be left to train on
   */
  public static DataSplits holdOut(PictureSet train, PictureSet test, int held, long seed) {
    int wanted = held == 0 ? train.size() / TENTH : held;
    if (wanted < 1 || wanted >= train.size()) {
      throw new IllegalArgumentException(
          "data.validationPictures must leave pictures to train on: "
              + wanted
              + " of "
              + train.size());
    }
    List<List<Integer>> byClass = new ArrayList<>();
    train.classes().forEach(name -> byClass.add(new ArrayList<>()));
    for (int index : Draws.of(seed, "validation split").permutation(train.size())) {
      byClass.get(train.label(index)).add(index);
    }
    List<Integer> kept = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    long seen = 0;
    for (List<Integer> ofClass : byClass) {
      long before = seen * wanted / train.size();
      seen += ofClass.size();
      int share = Math.toIntExact(seen * wanted / train.size() - before);
      heldOut.addAll(ofClass.subList(0, share));
      kept.addAll(ofClass.subList(share, ofClass.size()));
    }
    return new DataSplits(train.select(sorted(kept)), train.select(sorted(heldOut)), test);
  }

  private static int[] sorted(List<Integer> indices) {
    return indices.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
