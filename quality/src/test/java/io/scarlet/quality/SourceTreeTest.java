package io.scarlet.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

  private static final int MOST_LINES = 400;

  @Test
  void noFileIsLongerThan400Lines() throws IOException {
    assertThat(SourceTree.ofProject().longerThan(MOST_LINES)).isEmpty();
  }

  @Test
  void everyPackageSaysWhatBelongsThere() throws IOException {
    assertThat(SourceTree.ofProject().undescribedPackages()).isEmpty();
  }

  @Test
  void aLongFileIsFound(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve("Long.java"), "\n".repeat(MOST_LINES + 1));
    Files.writeString(root.resolve("Short.java"), "\n".repeat(MOST_LINES));

    assertThat(new SourceTree(root).longerThan(MOST_LINES)).containsExactly(Path.of("Long.java"));
  }

  @Test
  void aPackageWithoutDescriptionIsFound(@TempDir Path root) throws IOException {
    Path undescribed = Path.of("module/src/main/java/undescribed");
    Path described = Path.of("module/src/main/java/described");
    Files.createDirectories(root.resolve(undescribed));
    Files.createDirectories(root.resolve(described));
    Files.createFile(root.resolve(undescribed).resolve("Some.java"));
    Files.createFile(root.resolve(described).resolve("Other.java"));
    Files.createFile(root.resolve(described).resolve("package-info.java"));

    assertThat(new SourceTree(root).undescribedPackages()).containsExactly(undescribed);
  }

  @Test
  void buildOutputIsNoSource(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("target"));
    Files.createFile(root.resolve("target/Generated.java"));

    assertThat(new SourceTree(root).files(".java")).isEmpty();
  }
}
