package io.scarlet.supernet.data.io;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.data.UnreadablePictureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Pictures in folders, {@code split/class/picture.jpg|png}, of any size: the shorter side is scaled
 * to the network's input and the middle is cut out. Splits are {@code train}, {@code test} and,
 * optionally, {@code validation} or {@code val}. Each picture is decoded when it is read.
 */
final class ImageFolder implements PictureSet {

  private record Labelled(Path file, int label) {}

  private final FeatureMap shape;
  private final List<String> classes;
  private final List<Labelled> pictures;
  private final PictureDecoder decoder;

  private ImageFolder(FeatureMap shape, List<String> classes, List<Labelled> pictures) {
    this.shape = shape;
    this.classes = classes;
    this.pictures = List.copyOf(pictures);
    decoder = new PictureDecoder(shape);
  }

  /** The pictures of all splits, as paths within the folder. */
  static List<String> files(Path folder) throws DataFormatException {
    List<String> files = new ArrayList<>();
    for (String split : List.of("train", "test", "validation", "val")) {
      if (Files.isDirectory(folder.resolve(split))) {
        for (Path ofClass : list(folder.resolve(split), Files::isDirectory)) {
          list(ofClass, ImageFolder::isPicture)
              .forEach(
                  file ->
                      files.add(split + "/" + ofClass.getFileName() + "/" + file.getFileName()));
        }
      }
    }
    return files;
  }

  /** Whether a folder has a {@code train} folder. */
  static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve("train"));
  }

  /**
   * The splits in a folder; without a validation split, some train pictures are held out. A search
   * needs no test pictures.
   */
  static DataSplits in(Path folder, FeatureMap shape, int validationPictures, long seed)
      throws DataFormatException {
    List<String> classes =
        list(folder.resolve("train"), Files::isDirectory).stream()
            .map(path -> path.getFileName().toString())
            .toList();
    if (classes.size() < 2) {
      throw new DataFormatException(
          folder.resolve("train") + " needs a folder for each of at least 2 classes");
    }
    PictureSet train = split(folder, "train", shape, classes);
    PictureSet test =
        Files.isDirectory(folder.resolve("test"))
            ? split(folder, "test", shape, classes)
            : train.select(new int[0]);
    for (String name : List.of("validation", "val")) {
      if (Files.isDirectory(folder.resolve(name))) {
        return new DataSplits(train, split(folder, name, shape, classes), test);
      }
    }
    return DataSplits.holdOut(train, test, validationPictures, seed);
  }

  private static PictureSet split(Path folder, String name, FeatureMap shape, List<String> classes)
      throws DataFormatException {
    List<Labelled> pictures = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      Path ofClass = folder.resolve(name).resolve(classes.get(label));
      for (Path file : list(ofClass, ImageFolder::isPicture)) {
        pictures.add(new Labelled(file, label));
      }
    }
    if (pictures.isEmpty()) {
      throw new DataFormatException(folder.resolve(name) + " holds no .jpg, .jpeg or .png files");
    }
    return new ImageFolder(shape, classes, pictures);
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }

  private interface Filter {
    boolean accepts(Path path);
  }

  /** In the order of their names, so that the order of a file system decides nothing. */
  private static List<Path> list(Path folder, Filter filter) throws DataFormatException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(filter::accepts).sorted().toList();
    } catch (IOException e) {
      throw new DataFormatException("the folder " + folder + " is missing or cannot be read", e);
    }
  }

  @Override
  public int size() {
    return pictures.size();
  }

  @Override
  public FeatureMap shape() {
    return shape;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return pictures.get(index).label();
  }

  @Override
  public void read(int index, byte[] pixels) {
    Path file = pictures.get(index).file();
    try {
      decoder.decode(file, pixels);
    } catch (IOException e) {
      throw new UnreadablePictureException(
          file + " cannot be read as a picture: " + e.getMessage() + "; replace or remove it", e);
    }
  }

  @Override
  public boolean isSlow() {
    return true;
  }
}
