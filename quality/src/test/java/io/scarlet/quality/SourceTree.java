package io.scarlet.quality;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files that are written by hand: no build output, no results of searches.
 *
 * @param root of the project
 */
record SourceTree(Path root) {

  private static final Set<String> NOT_SOURCE = Set.of("target", "runs", "node_modules");

  /** This project, as Maven sees it from the folder of this module. */
  static SourceTree ofProject() {
    return new SourceTree(Path.of("").toAbsolutePath().getParent());
  }

  /** Java files with more lines than that, relative to the root. */
  List<Path> longerThan(int lines) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : files(".java")) {
      if (Files.readAllLines(root.resolve(file)).size() > lines) {
        found.add(file);
      }
    }
    return found;
  }

  /** Folders of production code that hold a class and no {@code package-info.java}. */
  List<Path> undescribedPackages() throws IOException {
    return files(".java").stream()
        .filter(file -> file.toString().contains("src/main/java"))
        .map(Path::getParent)
        .distinct()
        .filter(folder -> Files.notExists(root.resolve(folder).resolve("package-info.java")))
        .toList();
  }

  /** Files whose names end so, relative to the root, in order. */
  List<Path> files(String end) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(root, new Collector(file -> file.toString().endsWith(end), found));
    return found.stream().map(root::relativize).sorted().toList();
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Predicate<Path> wanted;
    private final List<Path> found;

    Collector(Predicate<Path> wanted, List<Path> found) {
      this.wanted = wanted;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName().toString();
      return NOT_SOURCE.contains(name) || name.equals(".git")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (wanted.test(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
