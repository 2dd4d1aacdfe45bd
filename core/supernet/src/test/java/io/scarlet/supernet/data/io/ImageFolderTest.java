package io.scarlet.supernet.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.data.UnreadablePictureException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {

  private static final FeatureMap COLOUR = new FeatureMap(8, 8, 3);
  private static final FeatureMap GREY = new FeatureMap(8, 8, 1);

  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  private void picture(String name, int type, int width, int height, Color colour)
      throws IOException {
    BufferedImage picture = new BufferedImage(width, height, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    save(picture, name);
  }

  private void grey(String name, int width, int height, int value) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    int[] values = new int[width * height];
    Arrays.fill(values, value);
    picture.getRaster().setSamples(0, 0, width, height, 0, values);
    save(picture, name);
  }

  private void save(BufferedImage picture, String name) throws IOException {
    String format = name.substring(name.lastIndexOf('.') + 1);
    assertThat(ImageIO.write(picture, format, file(name).toFile())).isTrue();
  }

  /** Two classes, of each three pictures to train and one to test. */
  private void complete() throws IOException {
    for (String name : new String[] {"cat", "dog"}) {
      Color colour = name.equals("cat") ? Color.RED : Color.BLUE;
      for (String split : new String[] {"train", "test"}) {
        for (int i = 0; i < (split.equals("train") ? 3 : 1); i++) {
          picture(split + "/" + name + "/" + i + ".png", BufferedImage.TYPE_INT_RGB, 8, 8, colour);
        }
      }
    }
  }

  @Test
  void aFolderNeedsNoTestPictures() throws Exception {
    picture("train/cat/0.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.RED);
    picture("train/cat/1.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.RED);
    picture("train/dog/0.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.BLUE);
    picture("train/dog/1.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.BLUE);
    assertThat(open(COLOUR).test().size()).isZero();
    assertThat(open(COLOUR).train().size()).isEqualTo(2);
  }

  private DataSplits open(FeatureMap shape) throws DataFormatException {
    return ImageFolder.in(folder, shape, 2, 1);
  }

  private static int[] read(PictureSet pictures, int index) {
    byte[] pixels = new byte[Math.toIntExact(pictures.shape().size())];
    pictures.read(index, pixels);
    return IntStream.range(0, pixels.length).map(i -> Byte.toUnsignedInt(pixels[i])).toArray();
  }

  @Test
  void foldersAreClassesInTheOrderOfTheirNames() throws Exception {
    complete();
    DataSplits splits = open(COLOUR);
    assertThat(splits.train().classes()).containsExactly("cat", "dog");
    assertThat(splits.train().size()).isEqualTo(4);
    assertThat(splits.validation().size()).isEqualTo(2);
    assertThat(splits.test().size()).isEqualTo(2);
    assertThat(splits.test().label(0)).isZero();
    assertThat(read(splits.test(), 0)).startsWith(255, 0, 0).endsWith(255, 0, 0);
    assertThat(splits.test().label(1)).isEqualTo(1);
    assertThat(read(splits.test(), 1)).startsWith(0, 0, 255).endsWith(0, 0, 255);
  }

  @Test
  void aFolderOfValidationPicturesIsUsedAsItIs() throws Exception {
    complete();
    picture("val/cat/x.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.RED);
    picture("val/dog/x.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.BLUE);
    picture("val/dog/y.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.BLUE);
    DataSplits splits = open(COLOUR);
    assertThat(splits.train().size()).isEqualTo(6);
    assertThat(splits.validation().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "64, 16", "5, 31", "300, 200", "1, 1"})
  void picturesOfAnySizeFillTheInput(int width, int height) throws Exception {
    complete();
    picture("test/cat/0.png", BufferedImage.TYPE_INT_RGB, width, height, new Color(200, 100, 50));
    int[] pixels = read(open(COLOUR).test(), 0);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i]).isCloseTo(new int[] {200, 100, 50}[i % 3], within(1));
    }
  }

  @Test
  void theMiddleIsCutOutOfAWidePicture() throws Exception {
    complete();
    BufferedImage picture = new BufferedImage(24, 8, BufferedImage.TYPE_INT_RGB);
    for (int x = 8; x < 16; x++) {
      for (int y = 0; y < 8; y++) {
        picture.setRGB(x, y, 0xFFFFFF);
      }
    }
    save(picture, "test/cat/0.png");
    assertThat(read(open(COLOUR).test(), 0)).containsOnly(255);
  }

  @ParameterizedTest
  @CsvSource({"png, 8", "jpg, 8", "png, 19", "jpg, 19"})
  void aGreyPictureKeepsItsValuesInAnyNumberOfChannels(String format, int side) throws Exception {
    complete();
    Files.delete(folder.resolve("test/cat/0.png"));
    grey("test/cat/0." + format, side, side, 128);
    for (FeatureMap shape : new FeatureMap[] {COLOUR, GREY}) {
      for (int value : read(open(shape).test(), 0)) {
        assertThat(value).isCloseTo(128, within(1));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8", "19"})
  void greyOfSixteenBitsKeepsItsUpperEight(int side) throws Exception {
    complete();
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_USHORT_GRAY);
    int[] values = new int[side * side];
    Arrays.fill(values, 100 << 8 | 0xFF);
    picture.getRaster().setSamples(0, 0, side, side, 0, values);
    save(picture, "test/cat/0.png");
    for (int value : read(open(GREY).test(), 0)) {
      assertThat(value).isCloseTo(100, within(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"8", "19"})
  void transparencyIsLeftOutWhateverTheSize(int side) throws Exception {
    complete();
    Color faint = new Color(200, 100, 50, 40);
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < side * side; i++) {
      picture.setRGB(i % side, i / side, faint.getRGB());
    }
    save(picture, "test/cat/0.png");
    int[] pixels = read(open(COLOUR).test(), 0);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i]).isCloseTo(new int[] {200, 100, 50}[i % 3], within(1));
    }
  }

  @Test
  void aColourPictureInOneChannelIsItsLuma() throws Exception {
    complete();
    picture("test/cat/0.png", BufferedImage.TYPE_INT_RGB, 8, 8, new Color(200, 100, 50));
    assertThat(read(open(GREY).test(), 0))
        .containsOnly((299 * 200 + 587 * 100 + 114 * 50 + 500) / 1000);
  }

  @Test
  void aJpegIsReadUpToItsLoss() throws Exception {
    complete();
    Files.delete(folder.resolve("test/cat/0.png"));
    picture("test/cat/0.JPG", BufferedImage.TYPE_INT_RGB, 20, 20, new Color(60, 120, 180));
    int[] pixels = read(open(COLOUR).test(), 0);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i]).isCloseTo(new int[] {60, 120, 180}[i % 3], within(4));
    }
  }

  @ParameterizedTest
  @CsvSource({"png, 0", "png, 20", "png, 60", "jpg, 0", "jpg, 20", "jpg, 200"})
  void aTruncatedPictureIsNamedWithWhatToDo(String format, int kept) throws Exception {
    complete();
    Files.delete(folder.resolve("test/cat/0.png"));
    Path damaged = file("test/cat/0." + format);
    picture("test/cat/0." + format, BufferedImage.TYPE_INT_RGB, 40, 40, Color.GREEN);
    Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), kept));
    PictureSet test = open(COLOUR).test();
    assertThatThrownBy(() -> read(test, 0))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageStartingWith(damaged + " cannot be read as a picture: ")
        .hasMessageEndingWith("; replace or remove it");
  }

  /** Headers that claim sizes whose pixels would fill gigabytes, and nothing behind them. */
  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a 0000000d 49484452 0000ea60 0000ea60 10 06 000000 7da56a3e, 60000x60000",
    "474946383961 ffff ffff 00 00 00 2c 0000 0000 ffff ffff 00 02 00, 65535x65535"
  })
  void aPictureThatClaimsTooManyPixelsIsRefusedBeforeMemoryIsAskedFor(String header, String size)
      throws Exception {
    complete();
    Files.delete(folder.resolve("test/cat/0.png"));
    Path bomb = file("test/cat/0.png");
    Files.write(bomb, HexFormat.of().parseHex(header.replace(" ", "")));
    assertTooLarge(bomb, size);
  }

  /** Baseline, which is read here, and progressive, which the platform reads. */
  @ParameterizedTest
  @ValueSource(bytes = {(byte) 0xC0, (byte) 0xC2})
  void aJpegThatClaimsTooManyPixelsIsRefusedBeforeMemoryIsAskedFor(byte kind) throws Exception {
    complete();
    Files.delete(folder.resolve("test/cat/0.png"));
    Path bomb = file("test/cat/0.jpg");
    picture("test/cat/0.jpg", BufferedImage.TYPE_INT_RGB, 40, 40, Color.GREEN);
    byte[] jpeg = Files.readAllBytes(bomb);
    int frame = 2;
    while (jpeg[frame + 1] != (byte) 0xC0) {
      frame += 2 + (Byte.toUnsignedInt(jpeg[frame + 2]) << 8 | Byte.toUnsignedInt(jpeg[frame + 3]));
    }
    jpeg[frame + 1] = kind;
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65500).putShort(frame + 7, (short) 65500);
    Files.write(bomb, jpeg);
    assertTooLarge(bomb, "65500x65500");
  }

  private void assertTooLarge(Path bomb, String size) throws DataFormatException {
    PictureSet test = open(COLOUR).test();
    assertThatThrownBy(() -> read(test, 0))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessage(
            bomb
                + " cannot be read as a picture: it claims "
                + size
                + " pixels, more than 67108864; replace or remove it");
  }

  @Test
  void aFormatWhoseReaderTrustsItsFileIsNotRead() throws Exception {
    complete();
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    Path tiff = folder.resolve("test/cat/0.png");
    assertThat(ImageIO.write(picture, "tiff", tiff.toFile())).isTrue();
    PictureSet test = open(COLOUR).test();
    assertThatThrownBy(() -> read(test, 0)).hasMessageContaining("the format is unknown");
  }

  /** Behind the header, whose sizes could ask for all memory there is. */
  @ParameterizedTest
  @CsvSource({"png, 33, 1", "jpg, 200, 7"})
  void aDamagedByteEndsInAPictureOrInThatMessage(String format, int from, int stride)
      throws Exception {
    complete();
    Files.delete(folder.resolve("test/cat/0.png"));
    Path damaged = file("test/cat/0." + format);
    picture("test/cat/0." + format, BufferedImage.TYPE_INT_RGB, 8, 8, Color.GREEN);
    byte[] good = Files.readAllBytes(damaged);
    PictureSet test = open(COLOUR).test();
    int refused = 0;
    for (int at = from; at < good.length; at += stride) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0xFF;
      Files.write(damaged, bad);
      try {
        read(test, 0);
      } catch (UnreadablePictureException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aBatchIsTheSameWhateverTheNumberOfThreadsThatDecodeIt(int threads) throws Exception {
    for (int i = 0; i < 24; i++) {
      String name = "%s/%s/%d.jpg".formatted(i < 20 ? "train" : "test", i % 2 == 0 ? "a" : "b", i);
      picture(name, BufferedImage.TYPE_INT_RGB, 9 + i, 30 - i, new Color(10 * i, 99, 250 - 10 * i));
    }
    PictureSet train = open(COLOUR).train();
    int[] indices = IntStream.range(0, train.size()).map(i -> train.size() - 1 - i).toArray();
    Normalization normalization = Normalization.of(train);
    float[] oneByOne = new float[indices.length * COLOUR.height() * COLOUR.width() * 3];
    for (int i = 0; i < indices.length; i++) {
      float[] pixels = Batch.plain(train, normalization, new int[] {indices[i]}).pixels();
      System.arraycopy(pixels, 0, oneByOne, i * pixels.length, pixels.length);
    }
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      Batch batch = pool.submit(() -> Batch.plain(train, normalization, indices)).get();
      assertThat(batch.pixels()).isEqualTo(oneByOne);
      assertThat(batch.labels()).isEqualTo(IntStream.of(indices).map(train::label).toArray());
    }
  }

  @Test
  void missingFoldersAndPicturesAreNamed() throws Exception {
    complete();
    Files.delete(folder.resolve("test/dog/0.png"));
    Files.delete(folder.resolve("test/dog"));
    assertThatThrownBy(() -> open(COLOUR))
        .isInstanceOf(DataFormatException.class)
        .hasMessage("the folder " + folder.resolve("test/dog") + " is missing or cannot be read");
  }

  @Test
  void oneClassIsNoClassification() throws Exception {
    picture("train/cat/0.png", BufferedImage.TYPE_INT_RGB, 8, 8, Color.RED);
    assertThatThrownBy(() -> open(COLOUR))
        .hasMessage(folder.resolve("train") + " needs a folder for each of at least 2 classes");
  }
}
