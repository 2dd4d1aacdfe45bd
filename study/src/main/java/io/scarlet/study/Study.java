package io.scarlet.study;

import io.scarlet.study.feature.Similarity;
import io.scarlet.study.feature.SimilarityText;
import io.scarlet.study.io.ResultJson;
import io.scarlet.study.io.SettingsJson;
import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.progress.Progress;
import io.scarlet.study.rank.RankText;
import io.scarlet.study.rank.Ranking;
import io.scarlet.study.rank.SampleScores;
import io.scarlet.study.report.FeaturePage;
import io.scarlet.study.report.RankPage;
import io.scarlet.study.settings.FeatureSettings;
import io.scarlet.study.settings.RankSettings;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.study.settings.SupernetSettings;
import io.scarlet.supernet.SkipTraining;
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
import java.util.Map;

/** The program that {@code ./scarlet rank} and {@code features} start as a process of their own. */
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
      Order order = Order.of(arguments);
      switch (order.kind()) {
        case "rank" -> rank(order);
        case "features" -> features(order);
        default -> throw new StudyRefused("there is no study '" + order.kind() + "'");
      }
      return DONE;
    } catch (StudyRefused
        | DataFormatException
        | CheckpointMismatchException
        | IllegalArgumentException
        | BackendUnavailableException refused) {
      return complain(refused, NOT_UNDERSTOOD);
    } catch (DivergedException | UnreadablePictureException | IOException failed) {
      return complain(failed, FAILED);
    }
  }

  private void rank(Order order) throws IOException, DataFormatException {
    RankSettings asked = SettingsJson.rank(order.settings());
    RankRun run = new RankRun(asked, order::backend, new Progress(err, PROGRESS));
    try (StudyFolder folder = StudyFolder.open(order.output(), order.settings())) {
      List<SampleScores> scores = run.run(folder);
      List<Ranking> rankings = scores.stream().map(Ranking::of).toList();
      ResultJson json = ResultJson.of(order.settings(), rankings);
      String space = asked.supernets().space().name();
      folder.write("rank.json", json.document());
      folder.write(
          "report.html", RankPage.html(space, asked.truth().title(), scores, order.settings()));
      answer(order, RankText.of(rankings), json, folder.path().resolve("report.html"));
    }
  }

  private void features(Order order) throws IOException, DataFormatException {
    FeatureSettings asked = SettingsJson.features(order.settings());
    FeatureRun run = new FeatureRun(asked, order::backend, new Progress(err, PROGRESS));
    try (StudyFolder folder = StudyFolder.open(order.output(), order.settings())) {
      Map<Long, Similarity> similarities = run.run(folder);
      ResultJson json = ResultJson.of(order.settings(), similarities);
      SupernetSettings supernets = asked.supernets();
      folder.write("features.json", json.document());
      folder.write(
          "features.html",
          FeaturePage.html(
              supernets.space().name(), words(supernets.origin().skip()), similarities));
      answer(order, SimilarityText.of(similarities), json, folder.path().resolve("features.html"));
    }
  }

  private static String words(SkipTraining skip) {
    return switch (skip) {
      case STABILIZER -> "a stabilizer";
      case STABILIZER_FROM_IDENTITY -> "a stabilizer that started as the identity";
      case IDENTITY -> "the identity";
    };
  }

  private void answer(Order order, String text, ResultJson json, Path page) {
    if (order.json()) {
      out.println(json.line());
    } else {
      out.print(text);
      out.println("open " + page);
    }
    out.flush();
  }

  private record Order(String kind, String settings, Path output, int threads, boolean json) {

    static Order of(String... arguments) throws IOException {
      return new Order(
          arguments[0],
          Files.readString(Path.of(arguments[1])),
          Path.of(arguments[2]),
          Integer.parseInt(arguments[3]),
          arguments[4].equals("json"));
    }

    ConfiguredBackend backend() {
      return new ConfiguredBackend(InstalledBackends.onClassPath(), BackendChoice.AUTO, threads);
    }
  }

  private int complain(Exception failure, int exitCode) {
    err.println("scarlet: " + failure.getMessage().replaceAll("\\s*\\R\\s*", " ").strip());
    return exitCode;
  }
}
