package io.scarlet.supernet.checkpoint.io;

import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Artifacts in a folder that all services see, each under its hash. The folder may be mounted
 * elsewhere in each of them: only the last part of a reference's address is used.
 */
public final class FileArtifactStore implements ArtifactStore {

  private static final AtomicLong INCOMING = new AtomicLong();
  private static final int BUFFER = 1 << 16;
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
      String sha256 = sha256(file, Long.MAX_VALUE);
      Path to = folder.resolve(sha256 + "." + extension);
      Files.createDirectories(folder);
      Path part = folder.resolve(incoming());
      try {
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      return new Artifact(to.toUri().toString(), sha256, Files.size(to));
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
      if (!sha256(file, artifact.size()).equals(artifact.sha256())) {
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

  /** A name of its own, but no private temporary file: other services must be able to read it. */
  private static String incoming() {
    return "incoming-%d-%d.part"
        .formatted(ProcessHandle.current().pid(), INCOMING.incrementAndGet());
  }

  /**
   * The hash of a file.
   *
   * @param most bytes that are read; a file that has grown meanwhile is read no further
   */
  private static String sha256(Path file, long most) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long left = most;
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      while (read > 0) {
        digest.update(buffer, 0, read);
        left -= read;
        read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
