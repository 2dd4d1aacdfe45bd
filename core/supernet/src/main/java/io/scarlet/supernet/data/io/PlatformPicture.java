package io.scarlet.supernet.data.io;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture of any kind that the platform reads, with its stored values: without transparency, and
 * grey as it is, which the platform would take for linear light and brighten.
 *
 * @param picture its pixels
 * @param grey whether it has one channel, not red, green and blue
 */
record PlatformPicture(BufferedImage picture, boolean grey) {

  /** Not all that the platform reads: the size of a TIFF's tiles is whatever its header says. */
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");

  /**
   * Reads a file.
   *
   * @throws IOException if it is no sound picture, or one of too many pixels
   */
  static PlatformPicture read(byte[] file) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      ImageReader reader = reader(in);
      try {
        reader.setInput(in, true, true);
        PictureDecoder.checkSize(reader.getWidth(0), reader.getHeight(0));
        return of(reader.read(0));
      } catch (RuntimeException e) { // what readers throw at some damaged files
        throw new IOException("the file is damaged", e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageReader reader(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
      reader.dispose();
    }
    throw new IOException("the format is unknown or the file is damaged");
  }

  private static PlatformPicture of(BufferedImage picture) {
    int kind = picture.getColorModel().getColorSpace().getType();
    return new PlatformPicture(picture, kind == ColorSpace.TYPE_GRAY);
  }

  /** Pixels. */
  int width() {
    return picture.getWidth();
  }

  /** Pixels. */
  int height() {
    return picture.getHeight();
  }

  /** The visible part of each channel, {@code [W, H]}, -128 to 127. */
  int[][] fitted(Cover cover) {
    Resampling across = cover.across(width());
    Resampling down = cover.down(height());
    List<FittedChannel> channels =
        Stream.generate(() -> new FittedChannel(across, down, 0)).limit(grey ? 1 : 3).toList();
    int[] row = new int[width()];
    for (int y = down.begin(); y < down.end(); y++) {
      if (grey) {
        readGrey(y, row);
      } else {
        picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      }
      for (int c = 0; c < channels.size(); c++) {
        channels.get(c).add(y, channel(row, channels.size() - 1 - c));
      }
    }
    return channels.stream().map(FittedChannel::columns).toArray(int[][]::new);
  }

  private void readGrey(int y, int[] row) {
    int shift = Math.max(0, picture.getColorModel().getComponentSize(0) - Byte.SIZE);
    picture.getRaster().getSamples(0, y, row.length, 1, 0, row);
    for (int x = 0; x < row.length; x++) {
      row[x] >>= shift;
    }
  }

  /** One byte of each value, counted from the lowest. */
  private static int[] channel(int[] row, int which) {
    int[] values = new int[row.length];
    for (int x = 0; x < row.length; x++) {
      values[x] = ((row[x] >> (which * Byte.SIZE)) & 0xFF) - 128;
    }
    return values;
  }
}
