package io.scarlet.bench.picture.io;

import io.scarlet.bench.picture.Photograph;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * JPEG files of drawn pictures in a temporary folder, in the layout of a data set of ten classes.
 * As the platform writes them: colours at half the resolution (4:2:0).
 */
public final class DrawnFolder implements AutoCloseable {

  private static final float QUALITY = 0.9f;
  private static final int CLASSES = 10;

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  /** Draws and writes so many pictures of a size, always the same. */
  public DrawnFolder(int pictures, int width, int height) {
    try {
      folder = Files.createTempDirectory("scarlet-bench");
      for (int i = 0; i < pictures; i++) {
        Path file = path("train", i);
        write(Photograph.drawn(i, width, height), file);
        files.add(file);
        if (i < CLASSES) {
          Files.copy(file, path("val", i));
          Files.copy(file, path("test", i));
        }
      }
    } catch (IOException full) {
      throw new UncheckedIOException("cannot write pictures to a temporary folder", full);
    }
  }

  private Path path(String split, int picture) throws IOException {
    Path ofClass = folder.resolve(split).resolve(String.valueOf(picture % CLASSES));
    return Files.createDirectories(ofClass).resolve(picture + ".jpg");
  }

  private static void write(BufferedImage picture, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(QUALITY);
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
  }

  /**
   * Where they are: a data set, of which one picture of each class is also to score and to test on.
   */
  public Path folder() {
    return folder;
  }

  /** All files to train on, in the order in which they were drawn. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** Deletes it. */
  @Override
  public void close() {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException left) {
      throw new UncheckedIOException("cannot delete " + folder, left);
    }
  }
}
