package io.scarlet.supernet.checkpoint.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileArtifactStoreTest {

  /** {@code printf abc | sha256sum}. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;
  private FileArtifactStore store;

  @BeforeEach
  void open() {
    store = new FileArtifactStore(folder.resolve("store"));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
  }

  private List<String> stored() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("store"))) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static Path path(Artifact artifact) {
    return Path.of(URI.create(artifact.uri()));
  }

  @Test
  void anArtifactIsNamedByItsContent() throws Exception {
    Artifact artifact = store.put(file("x", "abc"), "safetensors");
    assertThat(artifact.sha256()).isEqualTo(ABC);
    assertThat(artifact.size()).isEqualTo(3);
    assertThat(stored()).containsExactly(ABC + ".safetensors");
    assertThat(store.fetch(artifact)).hasContent("abc");
  }

  @Test
  void theSameContentTwiceIsOneArtifactAndNothingElseIsLeft() throws Exception {
    Artifact once = store.put(file("x", "abc"), "bin");
    Artifact twice = store.put(file("y", "abc"), "bin");
    Artifact other = store.put(file("z", "abd"), "bin");
    assertThat(twice).isEqualTo(once);
    assertThat(other).isNotEqualTo(once);
    assertThat(stored()).hasSize(2);
  }

  @Test
  void whatAProcessOfTheSameNumberElsewhereIsWritingIsLeftToIt() throws Exception {
    Path shared = Files.createDirectories(folder.resolve("store"));
    long process = ProcessHandle.current().pid();
    for (int part = 1; part <= 500; part++) {
      Files.writeString(shared.resolve("incoming-%d-%d.part".formatted(process, part)), "theirs");
    }

    Artifact artifact = store.put(file("x", "abc"), "bin");

    assertThat(store.fetch(artifact)).hasContent("abc");
    assertThat(stored()).hasSize(501);
    for (int part = 1; part <= 500; part++) {
      assertThat(shared.resolve("incoming-%d-%d.part".formatted(process, part)))
          .hasContent("theirs");
    }
  }

  @Test
  void whatIsPutMayBeDeletedByItsOwner() throws Exception {
    Path file = file("x", "abc");
    Artifact artifact = store.put(file, "bin");
    Files.delete(file);
    assertThat(store.fetch(artifact)).hasContent("abc");
  }

  @Test
  void aMissingArtifactIsRefused() throws Exception {
    Artifact artifact = store.put(file("x", "abc"), "bin");
    Files.delete(path(artifact));
    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("the artifact " + path(artifact) + " is missing from the store");
  }

  @Test
  void aTruncatedArtifactIsRefused() throws Exception {
    Artifact artifact = store.put(file("x", "abc"), "bin");
    Files.writeString(path(artifact), "ab");
    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("has 2 bytes, not 3: it is truncated or was replaced");
  }

  @Test
  void anAlteredArtifactIsRefusedUntilItIsPutAgain() throws Exception {
    Artifact artifact = store.put(file("x", "abc"), "bin");
    Files.writeString(path(artifact), "abd");
    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("was altered: its SHA-256 is not that of its reference");
    store.put(file("x", "abc"), "bin");
    assertThat(store.fetch(artifact)).hasContent("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket/x.bin", "not a uri", "relative", "file://host/x"})
  void aReferenceThatIsNoFileIsRefusedInOneLine(String uri) {
    Artifact artifact = new Artifact(uri, ABC, 3);
    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("'" + uri + "' names no file; this store needs file: references");
  }

  /** Wherever a reference points, only a file of the store that is named by its hash is opened. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:/store/..",
        "file:/etc/passwd",
        "file:/store/secret.bin",
        "file:/store/%2e%2e%2fsecret.bin",
        "file:/store/" + ABC + ".bin/../secret.bin",
        "file:/store/" + ABC + "..",
        "file:/store/" + ABC + ".bin%00",
        "file:/",
        "jrt:/java.base/module-info.class"
      })
  void aReferenceNeverLeadsOutOfTheStore(String uri) throws Exception {
    store.put(file("x", "abc"), "bin");
    Files.copy(file("secret.bin", "abc"), folder.resolve("store/secret.bin"));
    assertThatThrownBy(() -> store.fetch(new Artifact(uri, ABC, 3)))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("'" + uri + "' names no file");
  }

  @Test
  void aLinkInTheStoreIsNotFollowed() throws Exception {
    Path outside = file("outside", "abc");
    Files.createDirectories(folder.resolve("store"));
    Path link = Files.createSymbolicLink(folder.resolve("store/" + ABC + ".bin"), outside);
    assertThatThrownBy(() -> store.fetch(new Artifact(link.toUri().toString(), ABC, 3)))
        .isInstanceOf(ArtifactException.class)
        .hasMessageEndingWith("is no plain file: it could lead out of the store");
  }

  @Test
  void aLargerFileThanTheReferenceSaysIsNotRead() throws Exception {
    Path large = folder.resolve("store/" + ABC + ".bin");
    Files.createDirectories(large.getParent());
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertThatThrownBy(() -> store.fetch(new Artifact(large.toUri().toString(), ABC, 3)))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("has 1099511627776 bytes, not 3");
  }

  @Test
  void aStoreThatCannotTakeAFileSaysWhatToCheck() throws Exception {
    Path occupied = file("occupied", "a file where the folder should be");
    FileArtifactStore blocked = new FileArtifactStore(occupied);
    Path file = file("x", "abc");
    assertThatThrownBy(() -> blocked.put(file, "bin"))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("the artifact store " + occupied + " cannot take a file: ")
        .hasMessageEndingWith("; check its space and its permissions");
    assertThat(occupied).hasContent("a file where the folder should be");
  }

  /** Whoever fetches sees the whole artifact or none, however often it is put meanwhile. */
  @Test
  void aPutIsNeverSeenHalfWay() throws Exception {
    Path file = file("x", "abc".repeat(200_000));
    Artifact artifact = store.put(file, "bin");
    try (ExecutorService others = Executors.newFixedThreadPool(1)) {
      Callable<Integer> putting =
          () -> {
            for (int i = 0; i < 30; i++) {
              store.put(file, "bin");
            }
            return 30;
          };
      Future<Integer> done = others.submit(putting);
      while (!done.isDone()) {
        assertThat(store.fetch(artifact)).exists();
      }
      assertThat(done.get()).isEqualTo(30);
    }
    assertThat(stored()).hasSize(1);
  }
}
