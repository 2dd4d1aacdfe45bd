package io.scarlet.cli.io;

import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.request.RequestRefused;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A search in one ZIP file: its log first, then the artifacts that the log refers to. */
public final class LogArchive {

  /** Name of the log within. */
  static final String LOG = "log.avro";

  /** The first that ZIP knows: equal searches give equal files. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private LogArchive() {}

  /**
   * Writes a search to a file, whole or not at all.
   *
   * @param log of the search
   * @param weights the store with what the log refers to
   * @param file does not exist yet
   * @return how many artifacts are in it
   * @throws RequestRefused where there is something at the file's place
   * @throws LogUnreadable where there is no such log, or an artifact is missing or altered
   * @throws IOException where the file cannot be written
   */
  public static int write(Path log, Path weights, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new RequestRefused("--output " + file + ": there is such a file: name another");
    }
    RecordedLog recorded = LogFile.read(log);
    Map<String, Artifact> artifacts = References.of(recorded).byEntry();
    FileArtifactStore store = new FileArtifactStore(weights);
    Path place = file.toAbsolutePath();
    Path draft = place.resolveSibling("." + place.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(draft);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.BEST_SPEED);
        add(zip, LOG, log);
        for (Map.Entry<String, Artifact> each : artifacts.entrySet()) {
          add(zip, each.getKey(), store.fetch(each.getValue()));
        }
      } catch (ArtifactException lost) {
        throw new LogUnreadable(lost.getMessage(), lost);
      }
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    return artifacts.size();
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
