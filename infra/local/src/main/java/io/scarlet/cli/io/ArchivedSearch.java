package io.scarlet.cli.io;

import io.scarlet.log.io.LogFile;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A search in a file that somebody sent. Only what its log refers to is unpacked, under the names
 * that follow from the references: nothing in the file decides where something is written, or how
 * much.
 *
 * @param file as {@link LogArchive} writes it
 */
public record ArchivedSearch(Path file) {

  private static final int BUFFER = 1 << 16;

  /**
   * Unpacks it whole or not at all.
   *
   * @param folder new or empty
   * @return how many artifacts were in it
   * @throws LogUnreadable where the file is no such archive, or something in it is missing, too
   *     much, truncated or altered
   * @throws IOException where the folder cannot be written
   */
  public int unpack(ResultFolder folder) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new LogUnreadable("there is no file " + file);
    }
    Path draft = folder.path().resolveSibling("." + folder.path().getFileName() + ".part");
    delete(draft);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Files.createDirectories(draft);
      int artifacts = unpack(zip, draft);
      Files.move(draft, folder.path(), StandardCopyOption.ATOMIC_MOVE);
      return artifacts;
    } catch (ZipException broken) {
      throw new LogUnreadable(
          "%s is truncated, damaged or no archive of a search: %s"
              .formatted(file, broken.getMessage()),
          broken);
    } finally {
      delete(draft);
    }
  }

  private int unpack(ZipFile zip, Path draft) throws IOException {
    copy(zip, LogArchive.LOG, LogFile.LARGEST, ResultFolder.log(draft));
    Map<String, Artifact> artifacts =
        References.of(LogFile.read(ResultFolder.log(draft))).byEntry();
    refuseOthers(zip, artifacts.keySet());
    checkSpace(artifacts.values(), draft);
    FileArtifactStore store = new FileArtifactStore(draft.resolve("store"));
    for (Map.Entry<String, Artifact> each : artifacts.entrySet()) {
      Path target = draft.resolve(each.getKey());
      Files.createDirectories(target.getParent());
      copy(zip, each.getKey(), each.getValue().size(), target);
      try {
        store.fetch(each.getValue());
      } catch (ArtifactException altered) {
        throw new LogUnreadable(
            "%s: %s is altered or truncated: its SHA-256 or its size is not that in the log"
                .formatted(file, each.getKey()),
            altered);
      }
    }
    return artifacts.size();
  }

  /** Sizes are what the log claims: a disk is not filled to find out that they are true. */
  private void checkSpace(Collection<Artifact> artifacts, Path draft) throws IOException {
    long claimed = 0;
    for (Artifact each : artifacts) {
      claimed = Math.min(Long.MAX_VALUE - each.size(), claimed) + each.size();
    }
    long left = Files.getFileStore(draft).getUsableSpace();
    if (claimed > left) {
      throw new LogUnreadable(
          "%s unpacks to %d bytes, and there is room for %d".formatted(file, claimed, left));
    }
  }

  private void refuseOthers(ZipFile zip, Set<String> artifacts) {
    Set<String> expected = new HashSet<>(artifacts);
    expected.add(LogArchive.LOG);
    List<String> names = zip.stream().map(ZipEntry::getName).toList();
    for (String name : names) {
      if (!expected.remove(name)) {
        throw new LogUnreadable(
            "%s holds '%s', to which its log does not refer: take it out".formatted(file, name));
      }
    }
  }

  private void copy(ZipFile zip, String name, long most, Path target) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new LogUnreadable("%s lacks %s".formatted(file, name));
    }
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[BUFFER];
      long left = most;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw new LogUnreadable("%s: %s has more than %d bytes".formatted(file, name, most));
        }
        out.write(buffer, 0, read);
      }
    } catch (ZipException | EOFException broken) {
      throw new LogUnreadable(
          "%s: %s is damaged: %s".formatted(file, name, broken.getMessage()), broken);
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw new LogUnreadable("%s: %s is damaged".formatted(file, name));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
