package io.scarlet.cli.io;

import io.scarlet.cli.report.Report;
import io.scarlet.cli.result.Finalist;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.request.RequestRefused;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import io.scarlet.supernet.checkpoint.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that holds what came of a search.
 *
 * @param path absolute
 */
public record ResultFolder(Path path) {

  private static final Path RUNS = Path.of("runs");

  /**
   * The folder that the person named. It is not made yet.
   *
   * @throws RequestRefused where there is something in it: nothing is overwritten
   */
  public static ResultFolder named(Path path) {
    if (!isFree(path)) {
      throw new RequestRefused(
          "--output " + path + ": there is something already: name another folder, or empty it");
    }
    return new ResultFolder(path.toAbsolutePath().normalize());
  }

  /**
   * The folder after the search's id, below {@code runs}; where that was used by an earlier run of
   * the same search, the same with a number. It is not made yet.
   */
  public static ResultFolder of(String searchId) {
    Path path = RUNS.resolve(searchId);
    for (int run = 2; !isFree(path); run++) {
      path = RUNS.resolve(searchId + "-" + run);
    }
    return new ResultFolder(path.toAbsolutePath().normalize());
  }

  /** The folder of a search that is there: by its path, or by the search's id below runs. */
  public static Path existing(String searchOrFolder) {
    Path folder = Path.of(searchOrFolder);
    Path run = RUNS.resolve(searchOrFolder);
    return !Files.isDirectory(folder) && Files.isDirectory(run) ? run : folder;
  }

  private static boolean isFree(Path path) {
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    } catch (NotDirectoryException occupied) {
      return false;
    } catch (IOException missing) {
      return Files.notExists(path);
    }
  }

  /** Where the processes write their logs. */
  public Path logs() {
    return path.resolve("logs");
  }

  /**
   * Makes the folder and writes what was asked for.
   *
   * @throws IOException where that cannot be done
   */
  public void open(SearchRequested request) throws IOException {
    Files.createDirectories(path);
    WholeFile.write(path.resolve("search.json"), Json.document(Json.ofRequest(request)));
  }

  /**
   * Writes what came of the search.
   *
   * @throws IOException where that cannot be done
   */
  public void write(SearchHistory history) throws IOException {
    WholeFile.write(path.resolve("evaluated.csv"), EvaluatedCsv.text(history));
    WholeFile.write(report(), Report.html(history));
    WholeFile.write(path.resolve("front.json"), FrontJson.text(history));
  }

  /**
   * Writes the log of the search.
   *
   * @throws IOException where that cannot be done
   */
  public void write(RecordedLog log) throws IOException {
    WholeFile.write(log(path), draft -> Files.write(draft, LogFile.bytes(log)));
  }

  /**
   * Copies what a log refers to beside it, so that the folder is whole by itself.
   *
   * @param store that has it
   * @throws LogUnreadable where something is missing there, or altered
   * @throws IOException where it cannot be copied
   */
  public void copyArtifacts(RecordedLog log, Path store) throws IOException {
    copy(References.of(log), store);
  }

  /**
   * Copies the weights that a fork shares with its parent, for its evaluators to score with.
   *
   * @param store of the parent
   * @throws LogUnreadable where something is missing there, or altered
   * @throws IOException where it cannot be copied
   */
  public void copyWeights(SearchRequested fork, Path store) throws IOException {
    copy(References.of(fork), store);
  }

  /**
   * Copies the models of the finalists from the folder's own store to where a person looks for
   * them: {@code models/<code>/model.safetensors}, as a training by hand leaves it.
   *
   * @throws IOException where that cannot be done
   */
  public void copyModels(SearchHistory history) throws IOException {
    for (Finalist finalist : history.finalists()) {
      if (finalist.artifact().isPresent()) {
        String uri = finalist.artifact().get().getUri();
        Path model = store(path).resolve(uri.substring(uri.lastIndexOf('/') + 1));
        Path target =
            path.resolve("models")
                .resolve(finalist.chosen().getCode())
                .resolve("model.safetensors");
        Files.createDirectories(target.getParent());
        Files.copy(model, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void copy(References references, Path store) throws IOException {
    FileArtifactStore from = new FileArtifactStore(store);
    for (Map.Entry<String, Artifact> each : references.byEntry().entrySet()) {
      Path target = path.resolve(each.getKey());
      Files.createDirectories(target.getParent());
      try {
        Files.copy(from.fetch(each.getValue()), target);
      } catch (ArtifactException lost) {
        throw new LogUnreadable(lost.getMessage(), lost);
      }
    }
  }

  /** Where the weights of a search lie in its folder. */
  public static Path store(Path folder) {
    return folder.resolve("store");
  }

  /** Where the log of a search lies in its folder. */
  public static Path log(Path folder) {
    return folder.resolve("log.avro");
  }

  /** The page for people. */
  public Path report() {
    return path.resolve("report.html");
  }
}
