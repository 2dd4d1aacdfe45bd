package io.scarlet.supernet.checkpoint.io;

import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
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
      String sha256 = sha256(file);
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
    Path file = file(artifact.uri());
    try {
      if (!Files.exists(file)) {
        throw new ArtifactException("the artifact " + file + " is missing from the store");
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
      if (!sha256(file).equals(artifact.sha256())) {
        throw new ArtifactException(
            "the artifact " + file + " was altered: its SHA-256 is not that of its reference");
      }
      return file;
    } catch (IOException e) {
      throw new ArtifactException("the artifact " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Path file(String uri) throws ArtifactException {
    try {
      Path named = Path.of(URI.create(uri)).getFileName();
      return folder.resolve(String.valueOf(named));
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

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
