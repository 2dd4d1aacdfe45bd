package io.scarlet.supernet.data.io;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture of any kind that the platform reads, with its stored values: without transparency, and
 * grey as it is, which the platform would take for linear light and brighten.
 *
 * @param width pixels
 * @param height pixels
 * @param planes 1 (grey) or 3 (red, green, blue)
 */
record PlatformPicture(int width, int height, List<Plane> planes) {

  PlatformPicture {
    planes = List.copyOf(planes);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is no sound picture, or one of too many pixels
   */
  static PlatformPicture read(byte[] file) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("the format is unknown or the file is damaged");
      }
      ImageReader reader = readers.next();
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

  private static PlatformPicture of(BufferedImage picture) {
    boolean grey = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    return new PlatformPicture(
        picture.getWidth(), picture.getHeight(), grey ? grey(picture) : colours(picture));
  }

  private static List<Plane> grey(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    int shift = Math.max(0, model.getComponentSize(0) - Byte.SIZE);
    Plane plane = empty(picture);
    int[] row = new int[plane.stride()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRaster().getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        plane.values()[y * row.length + x] = (byte) (row[x] >> shift);
      }
    }
    return List.of(plane);
  }

  private static List<Plane> colours(BufferedImage picture) {
    Plane red = empty(picture);
    Plane green = empty(picture);
    Plane blue = empty(picture);
    int[] row = new int[red.stride()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int at = y * row.length + x;
        red.values()[at] = (byte) (row[x] >> 16);
        green.values()[at] = (byte) (row[x] >> 8);
        blue.values()[at] = (byte) row[x];
      }
    }
    return List.of(red, green, blue);
  }

  private static Plane empty(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return new Plane(new byte[width * height], width, width, height);
  }
}
