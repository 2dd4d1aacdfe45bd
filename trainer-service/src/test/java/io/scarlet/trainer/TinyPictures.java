package io.scarlet.trainer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A data set that trains in no time: 250 pictures to train on and 50 to test, in IDX files. */
final class TinyPictures {

  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  private TinyPictures() {}

  static void write(Path folder) throws IOException {
    write(folder, "train", 250);
    write(folder, "t10k", 50);
  }

  private static void write(Path folder, String split, int count) throws IOException {
    try (var images = open(folder.resolve(split + "-images-idx3-ubyte.gz"));
        var labels = open(folder.resolve(split + "-labels-idx1-ubyte.gz"))) {
      images.writeInt(IMAGES);
      images.writeInt(count);
      images.writeInt(SIDE);
      images.writeInt(SIDE);
      labels.writeInt(LABELS);
      labels.writeInt(count);
      for (int i = 0; i < count; i++) {
        int label = i % CLASSES;
        labels.writeByte(label);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
          images.writeByte(pixel * (label + 3) + i * 31);
        }
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16));
  }
}
