package io.scarlet.supernet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.random.Draws;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AugmentationTest {

  private static final FeatureMap SHAPE = new FeatureMap(4, 5, 2);

  private static byte[] picture() {
    byte[] picture = new byte[Math.toIntExact(SHAPE.size())];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (i + 1);
    }
    return picture;
  }

  private static byte[] changed(Augmentation augmentation, Draws draws) {
    byte[] changed = new byte[picture().length];
    augmentation.apply(SHAPE, picture(), changed, draws);
    return changed;
  }

  /** The picture moved and mirrored, pixel by pixel. */
  private static byte[] moved(int down, int right, boolean mirrored) {
    byte[] moved = new byte[picture().length];
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 5; x++) {
        int fromY = y + down;
        int fromX = (mirrored ? 4 - x : x) + right;
        for (int c = 0; c < 2; c++) {
          boolean inside = fromY >= 0 && fromY < 4 && fromX >= 0 && fromX < 5;
          moved[(y * 5 + x) * 2 + c] = inside ? picture()[(fromY * 5 + fromX) * 2 + c] : 0;
        }
      }
    }
    return moved;
  }

  private static Set<String> moves(int padding, boolean flip) {
    Set<String> moves = new HashSet<>();
    for (int down = -padding; down <= padding; down++) {
      for (int right = -padding; right <= padding; right++) {
        moves.add(new String(moved(down, right, false), StandardCharsets.ISO_8859_1));
        if (flip) {
          moves.add(new String(moved(down, right, true), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return moves;
  }

  @Test
  void noneChangesNothing() {
    assertThat(changed(Augmentation.NONE, Draws.of(1, "a"))).isEqualTo(picture());
  }

  @Property(tries = 20)
  void everyCropAndFlipComesUpAndNothingElse(
      @ForAll @IntRange(min = 0, max = 2) int padding, @ForAll boolean flip) {
    Augmentation augmentation = new Augmentation(padding, flip);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 800; i++) {
      byte[] changed = changed(augmentation, Draws.of(1, "a").at(i));
      seen.add(new String(changed, StandardCharsets.ISO_8859_1));
    }
    assertThat(seen).isEqualTo(moves(padding, flip));
  }

  @Test
  void aPictureIsChangedByItsOwnDrawsWhateverBatchItIsIn() {
    FeatureMap shape = new FeatureMap(3, 3, 1);
    PictureSet pictures = new Drawn(shape, new int[9]);
    Normalization normalization = new Normalization(List.of(0.0), List.of(1.0));
    Augmentation augmentation = new Augmentation(1, true);
    Draws draws = Draws.of(4, "augmentation");
    float[] alone = Batch.of(pictures, augmentation, normalization, new int[] {7}, draws).pixels();
    float[] last =
        Batch.of(pictures, augmentation, normalization, new int[] {2, 5, 7}, draws).pixels();
    assertThat(Arrays.copyOfRange(last, 18, 27)).isEqualTo(alone);
  }

  @Test
  void aNegativePaddingIsRefused() {
    assertThatThrownBy(() -> new Augmentation(-1, true))
        .hasMessage("padding must be at least 0, got -1");
  }
}
