package io.scarlet.supernet.data.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.io.Presets;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.PictureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {

  private static final SearchSpace SPACE = Presets.preset("fashion-quick");

  @TempDir private Path folder;

  private static void assertBalanced(PictureSet pictures, int each) {
    int[] counts = new int[10];
    for (int i = 0; i < pictures.size(); i++) {
      counts[pictures.label(i)]++;
    }
    assertThat(counts).containsOnly(each);
  }

  @Test
  void theExcerptThatShipsIsBalanced() throws Exception {
    DataSplits splits = DataSets.open(DataSets.EXCERPT, SPACE, 0, 1);
    assertThat(splits.train().shape()).isEqualTo(new FeatureMap(28, 28, 1));
    assertThat(splits.train().size()).isEqualTo(10_000);
    assertThat(splits.validation().size()).isEqualTo(2_000);
    assertThat(splits.test().size()).isEqualTo(2_000);
    assertBalanced(splits.train(), 1_000);
    assertBalanced(splits.validation(), 200);
    assertBalanced(splits.test(), 200);
    assertThat(splits.train().classes())
        .hasSize(10)
        .startsWith("t-shirt/top")
        .endsWith("ankle boot");
  }

  @Test
  void picturesOfAnotherShapeThanTheSpaceTakesAreRefused() {
    SearchSpace colour = Presets.preset("nas-bench-macro");
    assertThatThrownBy(() -> DataSets.open(DataSets.EXCERPT, colour, 0, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessage(
            "the pictures of fashion-mnist-excerpt are 28x28x1,"
                + " but the search space nas-bench-macro takes 32x32x3");
  }

  private void idx(String split, int count) throws IOException {
    byte[] labels = new byte[count];
    byte[] pixels = new byte[count * 28 * 28];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
      pixels[i * 28 * 28] = (byte) i;
    }
    write(split + "-labels-idx1-ubyte.gz", IdxFileTest.idx(0x0801, new int[] {count}, labels));
    write(
        split + "-images-idx3-ubyte.gz",
        IdxFileTest.idx(0x0803, new int[] {count, 28, 28}, pixels));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), IdxFileTest.gzipped(bytes));
  }

  @Test
  void aFolderOfIdxFilesIsRecognised() throws Exception {
    idx("train", 50);
    idx("t10k", 10);
    DataSplits splits = DataSets.open(folder.toString(), SPACE, 10, 1);
    assertThat(splits.train().size()).isEqualTo(40);
    assertBalanced(splits.validation(), 1);
    byte[] pixels = new byte[28 * 28];
    splits.test().read(7, pixels);
    assertThat(pixels[0]).isEqualTo((byte) 7);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theDigestOfADataSetIsThatOfTheListOfSha256sum() throws Exception {
    for (String name : List.of("test/b/2.png", "train/b/1.jpg", "train/a/1.png", "train/a/0.JPG")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    Files.writeString(folder.resolve("train/a/notes.txt"), "no picture");
    StringBuilder list = new StringBuilder();
    for (String name : List.of("test/b/2.png", "train/a/0.JPG", "train/a/1.png", "train/b/1.jpg")) {
      list.append(sha256(name.getBytes(UTF_8))).append("  ").append(name).append('\n');
    }
    String expected = sha256(list.toString().getBytes(UTF_8));
    assertThat(DataSets.sha256(folder.toString())).isEqualTo(expected);
    DataSets.verify(folder.toString(), expected);
    DataSets.verify(folder.toString(), "");
  }

  @Test
  void otherDataThanWasAskedForIsRefused() throws Exception {
    idx("train", 50);
    idx("t10k", 10);
    String before = DataSets.sha256(folder.toString());
    DataSets.verify(folder.toString(), before);
    idx("t10k", 11);
    assertThatThrownBy(() -> DataSets.verify(folder.toString(), before))
        .isInstanceOf(DataFormatException.class)
        .hasMessage(
            "the data set "
                + folder
                + " is not the one that was asked for: its SHA-256 is "
                + DataSets.sha256(folder.toString())
                + ", data.sha256 says "
                + before
                + "; name the right folder, or leave data.sha256 out");
  }

  @Test
  void theExcerptHasADigestOfItsOwn() throws Exception {
    DataSets.verify(DataSets.EXCERPT, DataSets.sha256(DataSets.EXCERPT));
    assertThatThrownBy(() -> DataSets.verify(DataSets.EXCERPT, "0".repeat(64)))
        .isInstanceOf(DataFormatException.class);
  }

  @Test
  void aFileThatIsMissingIsNamed() throws Exception {
    idx("train", 50);
    assertThatThrownBy(() -> DataSets.open(folder.toString(), SPACE, 10, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessageStartingWith("t10k-images-idx3-ubyte.gz is missing: ");
  }

  @Test
  void labelsThatDoNotMatchThePicturesAreRefused() throws Exception {
    idx("train", 50);
    idx("t10k", 10);
    write("t10k-labels-idx1-ubyte.gz", IdxFileTest.idx(0x0801, new int[] {9}, new byte[9]));
    assertThatThrownBy(() -> DataSets.open(folder.toString(), SPACE, 10, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessage("t10k-images-idx3-ubyte.gz holds 10 pictures, but there are 9 labels");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> DataSets.open(nowhere.toString(), SPACE, 0, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessage("there is no folder " + nowhere + "; name one with --data");
  }

  @Test
  void aFolderWithoutADataSetIsToldWhatItNeeds() {
    assertThatThrownBy(() -> DataSets.open(folder.toString(), SPACE, 0, 1))
        .isInstanceOf(DataFormatException.class)
        .hasMessageStartingWith(folder + " holds no data set: it needs ");
  }
}
