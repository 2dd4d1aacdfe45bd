package io.scarlet.bench.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A picture that takes a decoder as long as a photograph would: light that changes slowly, things
 * with edges, and texture of all sizes, rougher in some places than in others.
 */
public final class Photograph {

  private static final int WAVES = 4;
  private static final int THINGS = 14;
  private static final int OCTAVES = 5;
  private static final double COARSEST = 24;
  private static final double CONTRAST = 30;
  private static final double FINER = 0.92;

  private final SplittableRandom random;
  private final int width;
  private final int height;
  private final double[][] channels;

  private Photograph(long seed, int width, int height) {
    random = new SplittableRandom(seed);
    this.width = width;
    this.height = height;
    channels = new double[3][width * height];
  }

  /** The picture of a seed, always the same. */
  public static BufferedImage drawn(long seed, int width, int height) {
    Photograph photograph = new Photograph(seed, width, height);
    photograph.light();
    for (int thing = 0; thing < THINGS; thing++) {
      photograph.thing();
    }
    photograph.texture();
    return photograph.picture();
  }

  private void light() {
    for (double[] channel : channels) {
      Arrays.fill(channel, random.nextDouble(70, 180));
      for (int wave = 0; wave < WAVES; wave++) {
        double across = random.nextDouble(-6, 6) / width;
        double down = random.nextDouble(-6, 6) / height;
        for (int y = 0; y < height; y++) {
          double phase = down * y;
          for (int x = 0; x < width; x++) {
            channel[y * width + x] += 14 * Math.sin(across * x + phase);
          }
        }
      }
    }
  }

  /** A turned ellipse of a colour of its own, through which some of what is behind it is seen. */
  private void thing() {
    double centreX = random.nextDouble(width);
    double centreY = random.nextDouble(height);
    double turn = random.nextDouble(Math.PI);
    double length = random.nextDouble(0.03, 0.3) * width;
    double breadth = random.nextDouble(0.03, 0.3) * height;
    double covers = random.nextDouble(0.4, 0.95);
    double grey = random.nextDouble(20, 235);
    double[] colour = random.doubles(channels.length, grey - 45, grey + 45).toArray();
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double along = ((x - centreX) * cos + (y - centreY) * sin) / length;
        double beside = ((y - centreY) * cos - (x - centreX) * sin) / breadth;
        if (along * along + beside * beside < 1) {
          int at = y * width + x;
          for (int c = 0; c < colour.length; c++) {
            channels[c][at] += covers * (colour[c] - channels[c][at]);
          }
        }
      }
    }
  }

  /** Octaves of noise, each half as coarse and less strong; mostly of one grey. */
  private void texture() {
    double[] rough = noise(3 * COARSEST);
    double cell = COARSEST;
    double strength = CONTRAST;
    for (int octave = 0; octave < OCTAVES; octave++) {
      double[] grey = noise(cell);
      double[] tint = noise(2 * cell);
      for (int i = 0; i < grey.length; i++) {
        double here = strength * Math.abs(rough[i]) * 2;
        channels[0][i] += here * (grey[i] + 0.25 * tint[i]);
        channels[1][i] += here * grey[i];
        channels[2][i] += here * (grey[i] - 0.25 * tint[i]);
      }
      cell /= 2;
      strength *= FINER;
    }
  }

  /** Values of -1 to 1 at the corners of cells, and in between what lies in between. */
  private double[] noise(double cell) {
    int across = (int) (width / cell) + 2;
    double[] corners = new double[across * ((int) (height / cell) + 2)];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = random.nextDouble(-1, 1);
    }
    double[] values = new double[width * height];
    for (int y = 0; y < height; y++) {
      int row = (int) (y / cell);
      double lower = y / cell - row;
      for (int x = 0; x < width; x++) {
        int column = (int) (x / cell);
        double right = x / cell - column;
        int corner = row * across + column;
        double above = corners[corner] + right * (corners[corner + 1] - corners[corner]);
        corner += across;
        double below = corners[corner] + right * (corners[corner + 1] - corners[corner]);
        values[y * width + x] = above + lower * (below - above);
      }
    }
    return values;
  }

  private BufferedImage picture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int rgb = 0;
      for (double[] channel : channels) {
        rgb = rgb << Byte.SIZE | (int) Math.clamp(channel[i], 0, 255);
      }
      picture.setRGB(i % width, i / width, rgb);
    }
    return picture;
  }
}
