package io.scarlet.supernet.checkpoint.io;

import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Artifacts in a folder that all services see, each under its hash. The folder may be mounted
 * elsewhere in each of them: only the last part of a reference's address is used.
 */
public final class FileArtifactStore implements ArtifactStore {

  private static final AtomicLong INCOMING = new AtomicLong();
  private static final String EXTENSION = "(\\.[a-z0-9]{1,20})?";

  private final Path folder;

  /** A store in a folder, which is made when something is put. */
  public FileArtifactStore(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * The store at an address.
   *
   * @param url {@code file:/a/folder}
   * @throws IllegalArgumentException if it is another kind of address
   */
  public static FileArtifactStore at(URI url) {
    if (!"file".equals(url.getScheme())) {
      throw new IllegalArgumentException(
          "scarlet.store.url must be a file: address such as file:/var/lib/scarlet, got " + url);
    }
    return new FileArtifactStore(Path.of(url));
  }

  @Override
  public Artifact put(Path file, String extension) throws ArtifactException {
    try {
      Files.createDirectories(folder);
      Path part = newPart();
      try {
        Digested content = copied(file, part);
        Path to = folder.resolve(content.sha256() + "." + extension);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        return new Artifact(to.toUri().toString(), content.sha256(), content.size());
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ArtifactException(
          "the artifact store "
              + folder
              + " cannot take a file: "
              + e.getMessage()
              + "; check its space and its permissions",
          e);
    }
  }

  @Override
  public Path fetch(Artifact artifact) throws ArtifactException {
    Path file = file(artifact);
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new ArtifactException("the artifact " + file + " is missing from the store");
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new ArtifactException(
            "the artifact " + file + " is no plain file: it could lead out of the store");
      }
      if (Files.size(file) != artifact.size()) {
        throw new ArtifactException(
            "the artifact "
                + file
                + " has "
                + Files.size(file)
                + " bytes, not "
                + artifact.size()
                + ": it is truncated or was replaced");
      }
      if (!Digested.of(file, artifact.size()).sha256().equals(artifact.sha256())) {
        throw new ArtifactException(
            "the artifact " + file + " was altered: its SHA-256 is not that of its reference");
      }
      return file;
    } catch (IOException e) {
      throw new ArtifactException("the artifact " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** A name that is not that of its content could lead out of the folder. */
  private Path file(Artifact artifact) throws ArtifactException {
    String name = name(artifact.uri());
    if (!name.matches(artifact.sha256() + EXTENSION)) {
      throw new ArtifactException(
          "'%s' names no file of this store, whose files are named by their SHA-256"
              .formatted(artifact.uri()));
    }
    return folder.resolve(name);
  }

  private static String name(String uri) throws ArtifactException {
    try {
      return String.valueOf(Path.of(URI.create(uri)).getFileName());
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new ArtifactException(
          "'" + uri + "' names no file; this store needs file: references", e);
    }
  }

  /**
   * A file that nobody else writes, but no private temporary one: other services must be able to
   * read it. A process in another container may have the same number.
   */
  private Path newPart() throws IOException {
    long process = ProcessHandle.current().pid();
    Path part;
    do {
      part = folder.resolve("incoming-%d-%d.part".formatted(process, INCOMING.incrementAndGet()));
    } while (!isMade(part));
    return part;
  }

  private static boolean isMade(Path part) throws IOException {
    try {
      Files.createFile(part);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static Digested copied(Path file, Path part) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      Digested content = Digested.copy(in, Channels.newOutputStream(channel), Long.MAX_VALUE);
      channel.force(true);
      return content;
    }
  }
}
