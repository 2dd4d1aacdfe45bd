package io.scarlet.supernet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainingOrderTest {

  private static final Normalization AS_THEY_ARE =
      new Normalization(List.of(0.0), List.of(1 / 255.0));

  private static List<Integer> pictures(TrainingOrder order, PictureSet train, long step) {
    List<Integer> pictures = new ArrayList<>();
    for (float pixel : order.batch(train, Augmentation.NONE, AS_THEY_ARE, step).pixels()) {
      pictures.add(Math.round(pixel));
    }
    return pictures;
  }

  private static PictureSet numbered(int count) {
    return new Drawn(new FeatureMap(1, 1, 1), new int[count]);
  }

  @Property(tries = 100)
  void anEpochShowsNoPictureTwiceAndLeavesOutLessThanABatch(
      @ForAll @IntRange(min = 1, max = 120) int count,
      @ForAll @IntRange(min = 1, max = 20) int batch,
      @ForAll @IntRange(min = 0, max = 5) int epoch,
      @ForAll long seed) {
    Assume.that(batch <= count);
    TrainingOrder order = new TrainingOrder(count, batch, seed);
    List<Integer> seen = new ArrayList<>();
    for (long step = 0; step < order.batches(); step++) {
      seen.addAll(pictures(order, numbered(count), epoch * order.batches() + step));
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(count - count % batch);
    assertThat(seen).allSatisfy(picture -> assertThat(picture).isBetween(0, count - 1));
  }

  @Test
  void eachEpochHasAnOrderOfItsOwnThatTheSeedDecides() {
    TrainingOrder order = new TrainingOrder(40, 40, 1);
    List<Integer> first = pictures(order, numbered(40), 0);
    assertThat(pictures(order, numbered(40), 1)).isNotEqualTo(first);
    assertThat(pictures(order, numbered(40), 0)).isEqualTo(first);
    assertThat(pictures(new TrainingOrder(40, 40, 1), numbered(40), 0)).isEqualTo(first);
    assertThat(pictures(new TrainingOrder(40, 40, 2), numbered(40), 0)).isNotEqualTo(first);
  }

  @Test
  void aBatchCarriesTheLabelsOfItsPictures() {
    int[] labels = new int[30];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 7;
    }
    PictureSet train = new Drawn(new FeatureMap(1, 1, 1), labels);
    TrainingOrder order = new TrainingOrder(30, 10, 3);
    Batch batch = order.batch(train, Augmentation.NONE, AS_THEY_ARE, 1);
    for (int i = 0; i < batch.size(); i++) {
      assertThat(batch.labels()[i]).isEqualTo(Math.round(batch.pixels()[i]) % 7);
    }
  }

  @Test
  void aBatchLargerThanTheDataIsRefused() {
    assertThatThrownBy(() -> new TrainingOrder(10, 11, 1))
        .hasMessage("training.batch is 11, but there are only 10 train pictures");
  }
}
