package io.scarlet.study;

import io.scarlet.space.io.SearchSpaceSyntaxException;
import io.scarlet.study.io.RankJson;
import io.scarlet.study.io.SettingsJson;
import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.progress.Progress;
import io.scarlet.study.rank.RankText;
import io.scarlet.study.rank.Ranking;
import io.scarlet.study.settings.RankSettings;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.BackendUnavailableException;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.data.UnreadablePictureException;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.training.DivergedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program that {@code ./scarlet rank} starts in a virtual machine of its own. */
public final class Study {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private static final Duration PROGRESS = Duration.ofSeconds(10);

  private final PrintStream out;
  private final PrintStream err;

  Study(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Makes a study and ends the process with its exit code.
   *
   * @param arguments the kind of study, the file of its settings, the folder that gets its results,
   *     the number of threads, and {@code json} or {@code text}
   */
  public static void main(String[] arguments) {
    System.exit(new Study(System.out, System.err).run(arguments));
  }

  /**
   * Makes a study.
   *
   * @return 0 done, 1 failed, 2 not understood
   */
  int run(String... arguments) {
    try {
      String settings = Files.readString(Path.of(arguments[1]));
      rank(
          settings,
          Path.of(arguments[2]),
          Integer.parseInt(arguments[3]),
          arguments[4].equals("json"));
      return DONE;
    } catch (StudyRefused
        | SearchSpaceSyntaxException
        | DataFormatException
        | CheckpointMismatchException
        | BackendUnavailableException refused) {
      return complain(refused, NOT_UNDERSTOOD);
    } catch (DivergedException | UnreadablePictureException | IOException failed) {
      return complain(failed, FAILED);
    }
  }

  private void rank(String settings, Path output, int threads, boolean json)
      throws IOException, DataFormatException {
    RankSettings asked = SettingsJson.rank(settings);
    Progress progress = new Progress(err, PROGRESS);
    RankRun run = new RankRun(asked, () -> backend(threads), progress);
    try (StudyFolder folder = StudyFolder.open(output, settings)) {
      List<Ranking> rankings = run.run(folder);
      RankJson results = new RankJson(settings, rankings);
      folder.write("rank.json", results.document());
      if (json) {
        out.println(results.line());
      } else {
        out.print(RankText.of(rankings));
        out.println("results in " + folder.path());
      }
      out.flush();
    }
  }

  private static ConfiguredBackend backend(int threads) {
    return new ConfiguredBackend(InstalledBackends.onClassPath(), BackendChoice.AUTO, threads);
  }

  private int complain(Exception failure, int exitCode) {
    err.println("scarlet: " + failure.getMessage().replaceAll("\\s*\\R\\s*", " ").strip());
    return exitCode;
  }
}
