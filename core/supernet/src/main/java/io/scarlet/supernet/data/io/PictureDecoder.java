package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Decodes a picture of any size into a shape: scaled so that it just covers the shape, the middle
 * cut out.
 *
 * @param shape {@code [H, W, C]}, with 1 channel (grey) or 3 (red, green, blue)
 */
record PictureDecoder(FeatureMap shape) {

  PictureDecoder {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException(
          "pictures have 1 or 3 channels, the input of this space has " + shape.channels());
    }
  }

  /** Writes the pixels, {@code [H, W, C]}. */
  void decode(Path file, byte[] pixels) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    if (picture == null) {
      throw new IOException("the format is unknown or the file is damaged");
    }
    BufferedImage fitted = fit(opaque(picture));
    int[] row = new int[shape.width()];
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      fitted.getRGB(0, y, shape.width(), 1, row, 0, shape.width());
      for (int rgb : row) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        if (shape.channels() == 3) {
          pixels[at++] = (byte) red;
          pixels[at++] = (byte) green;
          pixels[at++] = (byte) blue;
        } else {
          pixels[at++] = (byte) luma(red, green, blue);
        }
      }
    }
  }

  /** ITU-R BT.601. */
  private static int luma(int red, int green, int blue) {
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }

  /**
   * The picture with its stored values in red, green and blue, without transparency. The platform
   * would take grey values for linear light and brighten them.
   */
  private static BufferedImage opaque(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (!grey && !model.hasAlpha()) {
      return picture;
    }
    int width = picture.getWidth();
    int shift = grey ? Math.max(0, model.getComponentSize(0) - Byte.SIZE) : 0;
    var opaque = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < picture.getHeight(); y++) {
      if (grey) {
        picture.getRaster().getSamples(0, y, width, 1, 0, row);
        Arrays.setAll(row, x -> (row[x] >> shift) * 0x010101);
      } else {
        picture.getRGB(0, y, width, 1, row, 0, width);
      }
      opaque.setRGB(0, y, width, 1, row, 0, width);
    }
    return opaque;
  }

  private BufferedImage fit(BufferedImage picture) {
    if (picture.getWidth() == shape.width() && picture.getHeight() == shape.height()) {
      return picture;
    }
    double scale =
        Math.max(
            (double) shape.width() / picture.getWidth(),
            (double) shape.height() / picture.getHeight());
    int width = (int) Math.round(picture.getWidth() * scale);
    int height = (int) Math.round(picture.getHeight() * scale);
    var fitted = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        picture, (shape.width() - width) / 2, (shape.height() - height) / 2, width, height, null);
    graphics.dispose();
    return fitted;
  }
}
