package io.scarlet.supernet.data.io;

import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.data.DataSplits;
import java.io.File;
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
    Path folder = set.equals(FASHION_MNIST) ? packagedFashionMnist() : Path.of(set);
    if (!Files.isDirectory(folder)) {
      throw new DataFormatException("there is no folder " + folder + "; name one with --data");
    }
    if (FashionMnist.isIn(folder)) {
      return FashionMnist.in(folder, validationPictures, seed);
    }
    if (CifarBinary.isIn(folder)) {
      return CifarBinary.in(folder, validationPictures, seed);
    }
    if (ImageFolder.isIn(folder)) {
      return ImageFolder.in(folder, space.input(), validationPictures, seed);
    }
    throw new DataFormatException(
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
