package io.scarlet.study.io;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.FolderClaim;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.checkpoint.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a study: what it was asked, what it has so far, what came of it. One process at a
 * time works in it; the system takes the lock back however that process ends.
 */
public final class StudyFolder implements AutoCloseable {

  private static final String SETTINGS = "study.json";
  private static final String TRUTH = "truth.csv";

  private final Path folder;
  private final FolderClaim claim;

  private StudyFolder(Path folder, FolderClaim claim) {
    this.folder = folder;
    this.claim = claim;
  }

  /**
   * Opens a folder that is new, empty, or of the same study.
   *
   * @param settings all that decides what comes of the study
   * @throws StudyRefused if it is in use, or of something else
   * @throws IOException if it cannot be written
   */
  public static StudyFolder open(Path folder, String settings) throws IOException {
    Path file = folder.resolve(SETTINGS);
    if (Files.isRegularFile(file)) {
      if (!Files.readString(file).equals(settings)) {
        throw new StudyRefused(
            folder
                + " has a study of other settings (see its "
                + SETTINGS
                + "): name another folder with --output");
      }
    } else if (!isFree(folder)) {
      throw new StudyRefused(
          folder + " holds something that is no study: name another folder with --output");
    }
    Files.createDirectories(folder);
    StudyFolder open =
        new StudyFolder(folder, FolderClaim.of(folder).orElseThrow(() -> inUse(folder)));
    WholeFile.write(file, settings);
    return open;
  }

  /** Whether there is nothing yet but the lock of a study that was cut off at once. */
  private static boolean isFree(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.allMatch(path -> path.endsWith(FolderClaim.FILE));
    }
  }

  private static StudyRefused inUse(Path folder) {
    return new StudyRefused(
        "a study works in " + folder + " already: wait for it, or name another folder");
  }

  /** Whether a training with this seed has left a checkpoint. */
  public boolean hasSupernet(long seed) {
    return Files.exists(supernetFile(seed));
  }

  /**
   * The newest checkpoint of a training.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  public SupernetCheckpoint supernet(long seed) throws IOException {
    return SafetensorsFile.read(supernetFile(seed));
  }

  /**
   * Keeps a checkpoint in place of the one before.
   *
   * @throws IOException if it cannot be written; then the one before is still there
   */
  public void keep(long seed, SupernetCheckpoint checkpoint) throws IOException {
    WholeFile.write(supernetFile(seed), draft -> SafetensorsFile.write(checkpoint, draft));
  }

  private Path supernetFile(long seed) {
    return folder.resolve("supernet-" + seed + ".safetensors");
  }

  /**
   * The scores so far, to which more are added.
   *
   * @throws IOException if they cannot be read
   */
  public ScoresCsv scores() throws IOException {
    return ScoresCsv.open(folder.resolve("scores.csv"));
  }

  /**
   * What is known of networks that the study trains by themselves, 0 to 1.
   *
   * @return empty where none is trained
   * @throws StudyRefused if the file is damaged
   */
  public Optional<Map<Architecture, Double>> accuracies(SearchSpace space) {
    Path file = folder.resolve(TRUTH);
    return Files.exists(file) ? Optional.of(Truths.listed(file, space)) : Optional.empty();
  }

  /**
   * Keeps what is known of networks, as a truth that other studies may name.
   *
   * @throws IOException if it cannot be written; then what was kept before is still there
   */
  public void keep(Map<Architecture, Double> accuracies) throws IOException {
    write(TRUTH, Truths.text(accuracies));
  }

  /** Where a network is trained by itself. */
  public Path training(Architecture network) {
    return folder.resolve("networks").resolve(network.code());
  }

  /**
   * Writes a result.
   *
   * @throws IOException if it cannot be written
   */
  public void write(String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), text);
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    claim.close();
  }
}
