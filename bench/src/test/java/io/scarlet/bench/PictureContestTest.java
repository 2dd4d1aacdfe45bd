package io.scarlet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scarlet.bench.peer.Python;
import io.scarlet.bench.picture.io.DrawnFolder;
import io.scarlet.bench.report.Comparison;
import io.scarlet.evolution.Mode;
import io.scarlet.space.blueprint.FeatureMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureContestTest {

  private static final Settings ONE_ROUND =
      new Settings(Settings.Work.DATA, List.of(), List.of(1), 1, 0, "", Mode.GENERATIONAL, 1, true);

  @ParameterizedTest
  @CsvSource({"500, 375, 224, 1", "375, 500, 224, 2", "32, 32, 32, 1", "500, 375, 32, 1"})
  void both_sides_make_the_same_of_a_file(int width, int height, int side, int threads) {
    Optional<Python> python = Python.with(Python.Library.PILLOW);
    assumeTrue(python.isPresent(), "python3 cannot import PIL");

    try (DrawnFolder folder = new DrawnFolder(5, width, height)) {
      Comparison comparison =
          new PictureContest(
                  ONE_ROUND, "some", folder.files(), new FeatureMap(side, side, 3), threads)
              .run(python);

      assertThat(comparison.ratio()).isPresent();
      assertThat(comparison.pictures()).hasValue(5);
    }
  }

  @Test
  void pixels_that_differ_by_rounding_are_the_same_work() {
    assertThatCode(
            () -> PictureContest.check("some", 0, new byte[] {1, 2, 127}, new byte[] {2, 2, 126}))
        .doesNotThrowAnyException();
  }

  @Test
  void other_pixels_are_other_work_and_nothing_is_compared() {
    assertThatThrownBy(
            () -> PictureContest.check("some", 7, new byte[] {10, 20}, new byte[] {10, 24}))
        .isInstanceOf(DifferentWorkException.class)
        .hasMessage(
            "some: pixels of picture 7 differ from Pillow's by 2.00 on average and by up to 4,"
                + " so they do not do the same");
    byte[] spot = new byte[100];
    spot[50] = 33;
    assertThatThrownBy(() -> PictureContest.check("some", 7, spot, new byte[100]))
        .isInstanceOf(DifferentWorkException.class);
  }

  @Test
  void drawn_pictures_are_the_same_each_time_and_gone_afterwards() throws Exception {
    Path left;
    try (DrawnFolder first = new DrawnFolder(3, 64, 48);
        DrawnFolder second = new DrawnFolder(3, 64, 48)) {
      for (int i = 0; i < 3; i++) {
        assertThat(Files.mismatch(first.files().get(i), second.files().get(i))).isEqualTo(-1);
      }
      assertThat(Files.mismatch(first.files().get(0), first.files().get(1))).isNotEqualTo(-1);
      left = first.folder();
    }
    assertThat(left).doesNotExist();
  }
}
