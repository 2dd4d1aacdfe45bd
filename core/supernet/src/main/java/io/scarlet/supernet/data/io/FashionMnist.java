package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.PictureSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fashion-MNIST (Xiao, Rasul, Vollgraf, arXiv 1708.07747): the excerpt that ships with the project,
 * and the four files of the whole, or of any data set in the same files.
 */
final class FashionMnist {

  private static final List<String> CLASSES =
      List.of(
          "t-shirt/top",
          "trouser",
          "pullover",
          "dress",
          "coat",
          "sandal",
          "shirt",
          "sneaker",
          "bag",
          "ankle boot");

  private static final String TRAIN = "train";
  private static final String TEST = "t10k";
  private static final String VALIDATION = "validation";

  private FashionMnist() {}

  /** The files that a folder must have. */
  static List<String> files() {
    return Stream.of(TRAIN, TEST).flatMap(FashionMnist::files).toList();
  }

  /** The files of the excerpt. */
  static List<String> excerptFiles() {
    return Stream.of(TRAIN, VALIDATION, TEST).flatMap(FashionMnist::files).toList();
  }

  private static Stream<String> files(String split) {
    return Stream.of(images(split), labels(split));
  }

  /** A file of the excerpt. */
  static InputStream openExcerpt(String name) throws IOException {
    InputStream in = FashionMnist.class.getResourceAsStream("fashion-mnist-excerpt/" + name);
    if (in == null) {
      throw new IOException("it is not on the class path");
    }
    return in;
  }

  /** Whether a folder holds the files. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(images(TRAIN)));
  }

  /** The class-balanced excerpt: 10,000 pictures to train, 2,000 to validate, 2,000 to test. */
  static DataSplits excerpt() throws DataFormatException {
    DataDigest.Opener bundled = FashionMnist::openExcerpt;
    return new DataSplits(split(TRAIN, bundled), split(VALIDATION, bundled), split(TEST, bundled));
  }

  /** The four files in a folder, some train pictures held out for validation. */
  static DataSplits in(Path folder, int validationPictures, long seed) throws DataFormatException {
    DataDigest.Opener files = name -> Files.newInputStream(folder.resolve(name));
    return DataSplits.holdOut(split(TRAIN, files), split(TEST, files), validationPictures, seed);
  }

  private static PictureSet split(String split, DataDigest.Opener opener)
      throws DataFormatException {
    IdxFile images = read(images(split), opener, 3);
    IdxFile labels = read(labels(split), opener, 1);
    if (images.dimension(0) != labels.dimension(0)) {
      throw new DataFormatException(
          images(split)
              + " holds "
              + images.dimension(0)
              + " pictures, but there are "
              + labels.dimension(0)
              + " labels");
    }
    FeatureMap shape = new FeatureMap(images.dimension(1), images.dimension(2), 1);
    return new LoadedPictures(images(split), shape, CLASSES, labels.values(), images.values());
  }

  private static IdxFile read(String name, DataDigest.Opener opener, int rank)
      throws DataFormatException {
    try (InputStream in = opener.open(name)) {
      return IdxFile.read(name, in, rank);
    } catch (IOException e) {
      throw new DataFormatException(name + " is missing: " + e.getMessage(), e);
    }
  }

  private static String labels(String split) {
    return split + "-labels-idx1-ubyte.gz";
  }

  private static String images(String split) {
    return split + "-images-idx3-ubyte.gz";
  }
}
