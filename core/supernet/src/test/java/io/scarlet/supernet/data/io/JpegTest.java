package io.scarlet.supernet.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.FeatureMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JPEG files of the common kind, held against the platform's decoder. */
class JpegTest {

  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  @TempDir private Path folder;

  /** Waves of all lengths, so that every coefficient occurs. */
  private static BufferedImage picture(int width, int height, boolean grey) {
    var picture =
        new BufferedImage(
            width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double fine = Math.sin(x * (0.1 + 0.004 * y)) * Math.cos(y * (0.2 + 0.003 * x));
        int red = (int) (128 + 60 * Math.sin(x / 19.0) + 40 * fine);
        int green = (int) (128 + 60 * Math.cos(y / 17.0) + 40 * fine);
        int blue = (int) (128 + 60 * Math.sin((x + y) / 23.0) + 40 * fine);
        picture.setRGB(x, y, (red << 16) | (green << 8) | blue);
      }
    }
    return picture;
  }

  private static byte[] jpeg(BufferedImage picture, int sampling, int restart, boolean progressive)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), param);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode first = (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
    first.setAttribute("HsamplingFactor", String.valueOf(1 + sampling % 2));
    first.setAttribute("VsamplingFactor", String.valueOf(1 + sampling / 2));
    if (restart > 0) {
      IIOMetadataNode interval = new IIOMetadataNode("dri");
      interval.setAttribute("interval", String.valueOf(restart));
      root.getElementsByTagName("markerSequence").item(0).appendChild(interval);
    }
    metadata.setFromTree(FORMAT, root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(metadata, new IIOImage(picture, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private byte[] decoded(byte[] jpeg, FeatureMap shape) throws IOException {
    Path file = Files.write(folder.resolve("picture.jpg"), jpeg);
    byte[] pixels = new byte[Math.toIntExact(shape.size())];
    new PictureDecoder(shape).decode(file, pixels);
    return pixels;
  }

  /** The platform's pixels, scaled as ours. */
  private static byte[] expected(byte[] jpeg, FeatureMap shape) throws IOException {
    PlatformPicture picture = PlatformPicture.read(jpeg);
    Cover cover = new Cover(picture.width(), picture.height(), shape);
    byte[] pixels = new byte[Math.toIntExact(shape.size())];
    int[][] fitted = picture.fitted(cover);
    if (fitted.length == 3 && shape.channels() == 1) {
      Colours.luma(fitted, shape, pixels);
    } else if (fitted.length < shape.channels()) {
      Colours.grey(fitted[0], shape, pixels);
    } else {
      Colours.interleave(fitted, shape, pixels);
    }
    return pixels;
  }

  private static void assertClose(byte[] got, byte[] wanted, double mean, int most) {
    long sum = 0;
    int largest = 0;
    for (int i = 0; i < got.length; i++) {
      int difference = Math.abs(Byte.toUnsignedInt(got[i]) - Byte.toUnsignedInt(wanted[i]));
      sum += difference;
      largest = Math.max(largest, difference);
    }
    assertThat((double) sum / got.length).isLessThan(mean);
    assertThat(largest).isLessThanOrEqualTo(most);
  }

  /** Colours between those of two blocks are interpolated, which may be done in many ways. */
  @ParameterizedTest
  @CsvSource({
    "96, 96, 0, 0",
    "97, 131, 0, 0",
    "131, 97, 3, 0",
    "200, 140, 1, 0",
    "140, 200, 2, 0",
    "131, 97, 3, 1",
    "97, 131, 0, 7",
    "96, 96, 3, 3"
  })
  void aPictureIsWhatThePlatformDecodes(int width, int height, int sampling, int restart)
      throws IOException {
    byte[] jpeg = jpeg(picture(width, height, false), sampling, restart, false);
    assertThat(JpegHeader.read(jpeg, new Remembered<>())).isPresent();
    FeatureMap colour = new FeatureMap(90, 90, 3);
    assertClose(decoded(jpeg, colour), expected(jpeg, colour), 1.5, 20);
    FeatureMap grey = new FeatureMap(90, 90, 1);
    assertClose(decoded(jpeg, grey), expected(jpeg, grey), 1, 6);
  }

  @ParameterizedTest
  @CsvSource({"96, 96", "97, 131", "40, 60"})
  void aGreyPictureIsWhatThePlatformDecodes(int width, int height) throws IOException {
    byte[] jpeg = jpeg(picture(width, height, true), 0, 0, false);
    assertThat(JpegHeader.read(jpeg, new Remembered<>())).isPresent();
    for (int channels : new int[] {1, 3}) {
      FeatureMap shape = new FeatureMap(64, 64, channels);
      assertClose(decoded(jpeg, shape), expected(jpeg, shape), 0.6, 3);
    }
  }

  /** Decoded at a half, a quarter and an eighth. */
  @ParameterizedTest
  @CsvSource({"400, 300", "901, 800", "1700, 1600"})
  void aLargePictureIsMadeSmallAsThePlatformWould(int width, int height) throws IOException {
    byte[] jpeg = jpeg(picture(width, height, false), 3, 0, false);
    FeatureMap shape = new FeatureMap(48, 48, 3);
    assertClose(decoded(jpeg, shape), expected(jpeg, shape), 1, 12);
  }

  @Test
  void aProgressivePictureIsReadByThePlatform() throws IOException {
    byte[] jpeg = jpeg(picture(97, 61, false), 3, 0, true);
    assertThat(JpegHeader.read(jpeg, new Remembered<>())).isEmpty();
    FeatureMap shape = new FeatureMap(32, 32, 3);
    assertThat(decoded(jpeg, shape)).isEqualTo(expected(jpeg, shape));
  }

  /** What is remembered of a picture must not leak into another one. */
  @Test
  void picturesWithOtherTablesAndShapesCanFollowOneAnother() throws IOException {
    FeatureMap shape = new FeatureMap(40, 40, 3);
    PictureDecoder decoder = new PictureDecoder(shape);
    List<byte[]> jpegs =
        List.of(
            jpeg(picture(97, 61, false), 3, 0, false),
            jpeg(picture(61, 97, false), 0, 0, false),
            withTablesOfItsOwn(picture(97, 61, false)),
            jpeg(picture(97, 61, true), 0, 0, false));
    for (int round = 0; round < 2; round++) {
      for (byte[] jpeg : jpegs) {
        byte[] pixels = new byte[Math.toIntExact(shape.size())];
        decoder.decode(Files.write(folder.resolve("next.jpg"), jpeg), pixels);
        assertThat(pixels).isEqualTo(decoded(jpeg, shape));
        assertClose(pixels, expected(jpeg, shape), 1.5, 20);
      }
    }
  }

  /** Huffman codes as they suit this picture best, among them many of the longest. */
  private static byte[] withTablesOfItsOwn(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
    param.setOptimizeHuffmanTables(true);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Damage may go unseen, but never does more than spoil a picture. */
  @ParameterizedTest
  @CsvSource({"0", "3"})
  void aPictureWithAWrongByteIsAPictureOrDamaged(int restart) throws IOException {
    byte[] jpeg = jpeg(picture(64, 48, false), 3, restart, false);
    int refused = 0;
    for (int at = 2; at < jpeg.length; at += 3) {
      byte[] bad = jpeg.clone();
      bad[at] ^= (byte) 0xA5;
      Optional<JpegHeader> header = JpegHeader.read(bad, new Remembered<>());
      if (header.isPresent() && header.get().width() * header.get().height() < 1 << 20) {
        try {
          assertThat(decoded(bad, new FeatureMap(24, 24, 3))).hasSize(24 * 24 * 3);
        } catch (IOException damaged) {
          refused++;
        }
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0", "5"})
  void aPictureThatEndsTooEarlyIsTruncated(int restart) throws IOException {
    byte[] jpeg = jpeg(picture(64, 64, false), 3, restart, false);
    int scan = JpegHeader.read(jpeg, new Remembered<>()).orElseThrow().scan();
    for (int kept = scan; kept < jpeg.length - 8; kept += 13) {
      byte[] cut = Arrays.copyOf(jpeg, kept);
      assertThatThrownBy(() -> decoded(cut, new FeatureMap(32, 32, 3)))
          .isInstanceOf(IOException.class)
          .hasMessageMatching("it is truncated|its data is damaged");
    }
  }

  @Test
  void aPictureThatWouldTakeAllMemoryIsRefusedBeforeItDoes() throws IOException {
    byte[] jpeg = jpeg(picture(16, 16, false), 0, 0, false);
    int frame = 0;
    while (jpeg[frame] != (byte) 0xFF || jpeg[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xEA);
    assertThatThrownBy(() -> decoded(jpeg, new FeatureMap(8, 8, 3)))
        .isInstanceOf(IOException.class)
        .hasMessage("it claims 60138x60138 pixels, more than 67108864");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(16, 16, false), "png", png);
    byte[] bomb = png.toByteArray();
    bomb[17] = 1;
    bomb[21] = 1;
    assertThatThrownBy(() -> decoded(bomb, new FeatureMap(8, 8, 3)))
        .isInstanceOf(IOException.class)
        .hasMessage("it claims 65552x65552 pixels, more than 67108864");
  }
}
