package io.scarlet.supernet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DataSplitsTest {

  private static final FeatureMap SHAPE = new FeatureMap(1, 1, 1);
  private static final PictureSet TEST = new Drawn(SHAPE, 0, 1);

  private static List<Integer> numbers(PictureSet pictures) {
    List<Integer> numbers = new ArrayList<>();
    byte[] pixel = new byte[1];
    for (int i = 0; i < pictures.size(); i++) {
      pictures.read(i, pixel);
      numbers.add(Byte.toUnsignedInt(pixel[0]));
    }
    return numbers;
  }

  private static long ofClass(PictureSet pictures, int label) {
    return IntStream.range(0, pictures.size()).filter(i -> pictures.label(i) == label).count();
  }

  @Property(tries = 100)
  void eachPictureIsEitherTrainedOnOrHeldOutAndClassesKeepTheirShares(
      @ForAll @Size(min = 10, max = 200) List<@IntRange(min = 0, max = 4) Integer> labels,
      @ForAll @IntRange(min = 1, max = 100) int held,
      @ForAll long seed) {
    Assume.that(held < labels.size());
    PictureSet all = new Drawn(SHAPE, labels.stream().mapToInt(Integer::intValue).toArray());
    DataSplits splits = DataSplits.holdOut(all, TEST, held, seed);

    List<Integer> both = new ArrayList<>(numbers(splits.train()));
    both.addAll(numbers(splits.validation()));
    assertThat(both)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, all.size()).boxed().toList());
    assertThat(splits.validation().size()).isEqualTo(held);
    for (int label = 0; label < all.classes().size(); label++) {
      double share = (double) ofClass(all, label) * held / all.size();
      assertThat((double) ofClass(splits.validation(), label)).isBetween(share - 1, share + 1);
    }
    assertThat(numbers(DataSplits.holdOut(all, TEST, held, seed).validation()))
        .isEqualTo(numbers(splits.validation()));
    assertThat(splits.test()).isSameAs(TEST);
  }

  @Test
  void aTenthIsHeldOutUnlessToldOtherwiseAndTheSeedSaysWhich() {
    PictureSet all = new Drawn(SHAPE, IntStream.range(0, 200).map(i -> i % 4).toArray());
    DataSplits splits = DataSplits.holdOut(all, TEST, 0, 1);
    assertThat(splits.validation().size()).isEqualTo(20);
    for (int label = 0; label < 4; label++) {
      assertThat(ofClass(splits.validation(), label)).isEqualTo(5);
    }
    assertThat(numbers(DataSplits.holdOut(all, TEST, 0, 2).validation()))
        .isNotEqualTo(numbers(splits.validation()));
  }

  @Test
  void holdingOutEverythingOrNothingIsRefused() {
    PictureSet all = new Drawn(SHAPE, 0, 1, 0);
    assertThatThrownBy(() -> DataSplits.holdOut(all, TEST, 3, 1))
        .hasMessage("data.validationPictures must leave pictures to train on: 3 of 3");
    assertThatThrownBy(() -> DataSplits.holdOut(all, TEST, 0, 1))
        .hasMessage("data.validationPictures must leave pictures to train on: 0 of 3");
  }

  @Test
  void splitsOfUnlikeShapesAreRefused() {
    PictureSet other = new Drawn(new FeatureMap(2, 1, 1), 0, 1);
    assertThatThrownBy(() -> new DataSplits(TEST, TEST, other))
        .hasMessage("all splits of a data set have pictures of one shape");
  }
}
