package io.scarlet.supernet.data.io;

import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.data.DataSplits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a data set by what a search request calls it. */
public final class DataSets {

  /** The excerpt of Fashion-MNIST that ships with the project. */
  public static final String EXCERPT = "fashion-mnist-excerpt";

  /** The whole of Fashion-MNIST, from the folder of the operating system's package. */
  public static final String FASHION_MNIST = "fashion-mnist";

  private static final String PACKAGED = "datasets" + File.separator + FASHION_MNIST;

  private DataSets() {}

  /**
   * Opens a data set for a search space.
   *
   * @param set {@value #EXCERPT}, {@value #FASHION_MNIST}, or a folder of IDX files, CIFAR-10
   *     binary files, or pictures
   * @param validationPictures train pictures to hold out where the data has no validation split of
   *     its own; 0 for a tenth
   * @param seed which pictures are held out
   * @throws DataFormatException if it is not there, damaged, or does not fit the space
   */
  public static DataSplits open(String set, SearchSpace space, int validationPictures, long seed)
      throws DataFormatException {
    DataSplits splits = read(set, space, validationPictures, seed);
    if (!splits.train().shape().equals(space.input())) {
      throw new DataFormatException(
          "the pictures of "
              + set
              + " are "
              + splits.train().shape()
              + ", but the search space "
              + space.name()
              + " takes "
              + space.input());
    }
    if (splits.train().classes().size() != space.classes()) {
      throw new DataFormatException(
          set
              + " has "
              + splits.train().classes().size()
              + " classes, but the search space "
              + space.name()
              + " tells "
              + space.classes()
              + " apart; set its 'classes'");
    }
    return splits;
  }

  private static DataSplits read(String set, SearchSpace space, int validationPictures, long seed)
      throws DataFormatException {
    if (set.equals(EXCERPT)) {
      return FashionMnist.excerpt();
    }
    Path folder = folder(set);
    if (FashionMnist.isIn(folder)) {
      return FashionMnist.in(folder, validationPictures, seed);
    }
    if (CifarBinary.isIn(folder)) {
      return CifarBinary.in(folder, validationPictures, seed);
    }
    if (ImageFolder.isIn(folder)) {
      return ImageFolder.in(folder, space.input(), validationPictures, seed);
    }
    throw noDataSet(folder);
  }

  /**
   * Makes sure that a data set is the one that was asked for. Every file is read once.
   *
   * @param sha256 of the list that {@code sha256sum} prints of its files in the order of their
   *     names; empty for any
   * @throws DataFormatException if it is not, or cannot be read
   */
  public static void verify(String set, String sha256) throws DataFormatException {
    if (sha256.isEmpty()) {
      return;
    }
    String found = sha256(set);
    if (!found.equalsIgnoreCase(sha256)) {
      throw new DataFormatException(
          "the data set "
              + set
              + " is not the one that was asked for: its SHA-256 is "
              + found
              + ", data.sha256 says "
              + sha256
              + "; name the right folder, or leave data.sha256 out");
    }
  }

  /**
   * What the files of a data set hold: the SHA-256 of the list that {@code sha256sum} prints of
   * them in the order of their names, paths within the folder for pictures.
   *
   * @throws DataFormatException if it is not there or cannot be read
   */
  public static String sha256(String set) throws DataFormatException {
    try {
      if (set.equals(EXCERPT)) {
        return DataDigest.of(FashionMnist.excerptFiles(), FashionMnist::openExcerpt);
      }
      Path folder = folder(set);
      return DataDigest.of(files(folder), name -> Files.newInputStream(folder.resolve(name)));
    } catch (IOException e) {
      throw new DataFormatException(
          "the data set " + set + " cannot be read: " + e.getMessage() + "; fetch it again", e);
    }
  }

  private static List<String> files(Path folder) throws DataFormatException {
    if (FashionMnist.isIn(folder)) {
      return FashionMnist.files();
    }
    if (CifarBinary.isIn(folder)) {
      return CifarBinary.files();
    }
    if (ImageFolder.isIn(folder)) {
      return ImageFolder.files(folder);
    }
    throw noDataSet(folder);
  }

  private static Path folder(String set) throws DataFormatException {
    Path folder = set.equals(FASHION_MNIST) ? packagedFashionMnist() : Path.of(set);
    if (!Files.isDirectory(folder)) {
      throw new DataFormatException("there is no folder " + folder + "; name one with --data");
    }
    return folder;
  }

  private static DataFormatException noDataSet(Path folder) {
    return new DataFormatException(
        folder
            + " holds no data set: it needs train-images-idx3-ubyte.gz (IDX),"
            + " data_batch_1.bin (CIFAR-10) or train/<class>/*.jpg|png");
  }

  private static Path packagedFashionMnist() throws DataFormatException {
    Optional<Path> found =
        Stream.concat(
                Optional.ofNullable(System.getenv("XDG_DATA_DIRS")).stream()
                    .flatMap(dirs -> Stream.of(dirs.split(File.pathSeparator, -1))),
                List.of("/usr/local/share", "/usr/share").stream())
            .filter(dir -> !dir.isBlank())
            .map(dir -> Path.of(dir, PACKAGED))
            .filter(FashionMnist::isIn)
            .findFirst();
    return found.orElseThrow(
        () ->
            new DataFormatException(
                "Fashion-MNIST is not installed: install Debian's package dataset-fashion-mnist,"
                    + " or name its folder with --data"));
  }
}
