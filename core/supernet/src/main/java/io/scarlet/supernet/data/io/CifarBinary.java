package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.PictureSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The binary version of CIFAR-10 (Krizhevsky 2009): records of a label and a picture in planes of
 * red, green and blue.
 */
final class CifarBinary {

  private static final FeatureMap SHAPE = new FeatureMap(32, 32, 3);
  private static final int AREA = 32 * 32;
  private static final int RECORD = 1 + 3 * AREA;

  /** Of a file; those of CIFAR-10 have a tenth of it. */
  private static final int MOST_BYTES = 100_000 * RECORD;

  private static final String TEST = "test_batch.bin";
  private static final List<String> TRAIN =
      IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();
  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private CifarBinary() {}

  /** The files that a folder must have. */
  static List<String> files() {
    return Stream.concat(TRAIN.stream(), Stream.of(TEST)).toList();
  }

  /** Whether a folder holds the files. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(TRAIN.getFirst()));
  }

  /** The six files in a folder, some train pictures held out for validation. */
  static DataSplits in(Path folder, int validationPictures, long seed) throws DataFormatException {
    return DataSplits.holdOut(
        read(folder, TRAIN), read(folder, List.of(TEST)), validationPictures, seed);
  }

  private static PictureSet read(Path folder, List<String> names) throws DataFormatException {
    byte[][] files = new byte[names.size()][];
    int records = 0;
    for (int i = 0; i < files.length; i++) {
      files[i] = readRecords(folder.resolve(names.get(i)));
      records += files[i].length / RECORD;
    }
    byte[] labels = new byte[records];
    byte[] pixels = new byte[records * 3 * AREA];
    int record = 0;
    for (byte[] file : files) {
      for (int at = 0; at < file.length; at += RECORD) {
        labels[record] = file[at];
        interleave(file, at + 1, pixels, record * 3 * AREA);
        record++;
      }
    }
    return new LoadedPictures(folder.toString(), SHAPE, CLASSES, labels, pixels);
  }

  private static byte[] readRecords(Path file) throws DataFormatException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES);
      if (in.read() >= 0) {
        throw new DataFormatException(file + " has more than " + MOST_BYTES + " bytes");
      }
    } catch (IOException e) {
      throw new DataFormatException(file + " is missing or cannot be read", e);
    }
    if (bytes.length == 0 || bytes.length % RECORD != 0) {
      throw new DataFormatException(
          file
              + " is truncated: "
              + bytes.length
              + " bytes are no multiple of "
              + RECORD
              + "; fetch it again");
    }
    return bytes;
  }

  private static void interleave(byte[] planes, int from, byte[] pixels, int to) {
    for (int place = 0; place < AREA; place++) {
      for (int c = 0; c < 3; c++) {
        pixels[to + 3 * place + c] = planes[from + c * AREA + place];
      }
    }
  }
}
