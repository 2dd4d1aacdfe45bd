package io.scarlet.supernet.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.supernet.data.DataSplits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBinaryTest {

  private static final int AREA = 32 * 32;
  private static final int RECORD = 1 + 3 * AREA;

  @TempDir private Path folder;

  /** Ten records, one a class: red tells the class, green the row, blue the column. */
  private static byte[] records() {
    byte[] bytes = new byte[10 * RECORD];
    for (int record = 0; record < 10; record++) {
      int at = record * RECORD;
      bytes[at] = (byte) record;
      for (int place = 0; place < AREA; place++) {
        bytes[at + 1 + place] = (byte) (200 + record);
        bytes[at + 1 + AREA + place] = (byte) (place / 32);
        bytes[at + 1 + 2 * AREA + place] = (byte) (place % 32);
      }
    }
    return bytes;
  }

  private void complete() throws IOException {
    for (int i = 1; i <= 5; i++) {
      Files.write(folder.resolve("data_batch_" + i + ".bin"), records());
    }
    Files.write(folder.resolve("test_batch.bin"), records());
  }

  @Test
  void planesOfColoursBecomePixels() throws Exception {
    complete();
    DataSplits splits = CifarBinary.in(folder, 10, 1);
    assertThat(splits.train().size()).isEqualTo(40);
    assertThat(splits.validation().size()).isEqualTo(10);
    assertThat(splits.test().classes()).hasSize(10).startsWith("airplane").endsWith("truck");
    byte[] pixels = new byte[3 * AREA];
    splits.test().read(7, pixels);
    assertThat(splits.test().label(7)).isEqualTo(7);
    int at = (5 * 32 + 9) * 3;
    assertThat(pixels[at]).isEqualTo((byte) 207);
    assertThat(pixels[at + 1]).isEqualTo((byte) 5);
    assertThat(pixels[at + 2]).isEqualTo((byte) 9);
  }

  @Test
  void aTruncatedFileIsNamed() throws Exception {
    complete();
    Path file = folder.resolve("data_batch_3.bin");
    Files.write(file, new byte[RECORD + 1]);
    assertThatThrownBy(() -> CifarBinary.in(folder, 10, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessage(file + " is truncated: 3074 bytes are no multiple of 3073; fetch it again");
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    complete();
    Files.delete(folder.resolve("test_batch.bin"));
    assertThatThrownBy(() -> CifarBinary.in(folder, 10, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessage(folder.resolve("test_batch.bin") + " is missing or cannot be read");
  }

  @Test
  void aLabelWithoutAClassIsADamage() throws Exception {
    complete();
    byte[] bad = records();
    bad[RECORD] = 11;
    Files.write(folder.resolve("test_batch.bin"), bad);
    assertThatThrownBy(() -> CifarBinary.in(folder, 10, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("label 11 of picture 1 is not one of the 10 classes");
  }
}
