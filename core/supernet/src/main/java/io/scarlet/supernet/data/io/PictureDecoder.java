package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decodes a picture of any size into a shape: scaled so that it just covers the shape, the middle
 * cut out. JPEG files of the common kind are decoded here, at the resolution that is needed; all
 * other files by the platform. The same file gives the same pixels on every machine. Safe from
 * several threads.
 */
public final class PictureDecoder {

  private static final long MOST_PIXELS = 1 << 26;
  private static final int MOST_BYTES = 1 << 27;

  private final FeatureMap shape;
  private final Remembered<ByteBuffer, JpegHuffman> tables = new Remembered<>();
  private final Remembered<JpegScan.Sampling, JpegView> views = new Remembered<>();

  /**
   * A decoder into a shape.
   *
   * @param shape {@code [H, W, C]}, with 1 channel (grey) or 3 (red, green, blue)
   */
  public PictureDecoder(FeatureMap shape) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException(
          "pictures have 1 or 3 channels, the input of this space has " + shape.channels());
    }
    this.shape = shape;
  }

  /**
   * Writes the pixels, {@code [H, W, C]}, 0 to 255 as unsigned bytes.
   *
   * @throws IOException if the file cannot be read, or is no sound picture
   */
  public void decode(Path file, byte[] pixels) throws IOException {
    byte[] bytes = read(file);
    Optional<JpegHeader> jpeg = JpegHeader.read(bytes, tables);
    if (jpeg.isPresent()) {
      decode(jpeg.get(), bytes, pixels);
    } else {
      PlatformPicture picture = PlatformPicture.read(bytes);
      Cover cover = new Cover(picture.width(), picture.height(), shape);
      int[][] fitted = picture.fitted(cover);
      if (fitted.length < shape.channels()) {
        Colours.grey(fitted[0], shape, pixels);
      } else if (fitted.length > shape.channels()) {
        Colours.luma(fitted, shape, pixels);
      } else {
        Colours.interleave(fitted, shape, pixels);
      }
    }
  }

  /** Reads so far and no further, whatever size the file claims: a device claims none. */
  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      if (in.read() >= 0) {
        throw new IOException("it has more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }

  private void decode(JpegHeader header, byte[] bytes, byte[] pixels) throws IOException {
    checkSize(header.width(), header.height());
    Cover cover = new Cover(header.width(), header.height(), shape);
    int[][] fitted = JpegScan.decode(header, bytes, shape.channels(), cover, views);
    if (fitted.length == 3) {
      Colours.fromYCbCr(fitted, shape, pixels);
    } else if (shape.channels() == 3) {
      Colours.grey(fitted[0], shape, pixels);
    } else {
      Colours.interleave(fitted, shape, pixels);
    }
  }

  /**
   * Refuses what would take all memory.
   *
   * @throws IOException if there are too many pixels
   */
  static void checkSize(int width, int height) throws IOException {
    if ((long) width * height > MOST_PIXELS) {
      throw new IOException(
          "it claims " + width + "x" + height + " pixels, more than " + MOST_PIXELS);
    }
  }
}
