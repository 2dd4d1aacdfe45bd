package io.scarlet.store;

import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.io.Digested;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Fetched artifacts in a folder of this process. No more than {@value #MOST} are kept, the newest
 * ones: a search scores by one checkpoint at a time.
 */
final class LocalCopies {

  private static final int MOST = 4;

  private final Path folder;
  private final Deque<Path> kept = new ArrayDeque<>();

  /** Copies in a folder, which is there. */
  LocalCopies(Path folder) {
    this.folder = folder;
  }

  /** Copies in a folder that goes with this process. */
  static LocalCopies ofThisProcess() {
    try {
      Path folder = Files.createTempDirectory("scarlet-store-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> new LocalCopies(folder).clear()));
      return new LocalCopies(folder);
    } catch (IOException e) {
      throw new IllegalStateException("there is no folder for copies: " + e.getMessage(), e);
    }
  }

  /** Opens the bytes of an artifact. */
  interface Source {
    InputStream open() throws IOException, ArtifactException;
  }

  /**
   * The copy of an artifact, made where there is none that is whole.
   *
   * @throws ArtifactException if the bytes are not those of its reference
   * @throws IOException if they cannot be read or kept
   */
  synchronized Path get(String name, Artifact artifact, Source source)
      throws IOException, ArtifactException {
    Path copy = folder.resolve(name);
    Digested wanted = new Digested(artifact.sha256(), artifact.size());
    if (Files.exists(copy) && Digested.of(copy).equals(wanted)) {
      return copy;
    }
    Path part = Files.createTempFile(folder, "incoming-", ".part");
    try {
      Digested found;
      try (InputStream in = source.open();
          OutputStream out = Files.newOutputStream(part)) {
        found = Digested.copy(in, out, artifact.size());
      }
      if (!found.equals(wanted)) {
        throw new ArtifactException(
            "the artifact %s was altered: its SHA-256 is not that of its reference"
                .formatted(artifact.uri()));
      }
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    keep(copy);
    return copy;
  }

  private void keep(Path copy) throws IOException {
    kept.remove(copy);
    kept.addLast(copy);
    while (kept.size() > MOST) {
      Files.deleteIfExists(kept.removeFirst());
    }
  }

  private void clear() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      System.getLogger(LocalCopies.class.getName())
          .log(
              System.Logger.Level.WARNING, "could not remove " + folder + ": " + left.getMessage());
    }
  }
}
