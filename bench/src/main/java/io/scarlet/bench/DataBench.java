package io.scarlet.bench;

import io.scarlet.bench.net.Nets;
import io.scarlet.bench.ours.WaitingTraining;
import io.scarlet.bench.peer.Python;
import io.scarlet.bench.picture.io.DrawnFolder;
import io.scarlet.bench.report.Comparison;
import io.scarlet.bench.report.Table;
import io.scarlet.bench.report.Waiting;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How fast pictures are read, beside Pillow, and how long a training waits for them. */
final class DataBench {

  private static final int PHOTOGRAPHS = 100;
  private static final int SMALL = 1_000;
  private static final FeatureMap LARGE_INPUT = new FeatureMap(224, 224, 3);
  private static final FeatureMap SMALL_INPUT = new FeatureMap(32, 32, 3);

  private final Settings settings;
  private final PrintStream out;
  private final PrintStream err;

  DataBench(Settings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  /**
   * Measures.
   *
   * @throws DifferentWorkException where Pillow makes other pictures of the same files
   */
  void run(Optional<Python> python) {
    if (!settings.nets().isEmpty()) {
      throw new RefusedException("--net: data is measured with nets of its own; leave it out");
    }
    err.println(
        python
            .map(p -> "the peer is Pillow %s, %s".formatted(p.version(), p.engine()))
            .orElse("Pillow is missing, so there is no peer"));
    try (DrawnFolder photographs = drawn(PHOTOGRAPHS, 500, 375);
        DrawnFolder small = drawn(SMALL, 32, 32)) {
      List<Comparison> comparisons = new ArrayList<>();
      for (int threads : settings.threads()) {
        for (PictureContest contest :
            List.of(
                new PictureContest(
                    settings, "jpeg-500x375", photographs.files(), LARGE_INPUT, threads),
                new PictureContest(settings, "jpeg-32x32", small.files(), SMALL_INPUT, threads))) {
          err.println("measuring " + contest.name() + ", threads " + threads);
          comparisons.add(contest.run(python));
          print(comparisons.getLast().json());
        }
      }
      if (!settings.json()) {
        out.println(Table.of(comparisons));
      }
      List<Waiting> waitings = new ArrayList<>();
      for (int threads : settings.threads()) {
        for (WaitingTraining training : trainings(photographs, threads)) {
          err.println("measuring how long " + training.name() + " waits, threads " + threads);
          waitings.add(training.measured(settings.rounds(), settings.warmUp()));
          print(waitings.getLast().json());
        }
      }
      if (!settings.json()) {
        out.print(Waiting.table(waitings));
        out.flush();
      }
    } catch (DataFormatException unreadable) {
      throw new IllegalStateException("our own pictures cannot be read", unreadable);
    }
  }

  private DrawnFolder drawn(int pictures, int width, int height) {
    err.println("drawing %d pictures of %dx%d".formatted(pictures, width, height));
    return new DrawnFolder(pictures, width, height);
  }

  private static List<WaitingTraining> trainings(DrawnFolder photographs, int threads) {
    return List.of(
        new WaitingTraining(
            "fashion-quick", Nets.named("fashion-quick"), DataSets.EXCERPT, threads),
        new WaitingTraining(
            "folder-32x32",
            Nets.named("reference-32x32x3"),
            photographs.folder().toString(),
            threads));
  }

  private void print(String json) {
    if (settings.json()) {
      out.println(json);
      out.flush();
    }
  }
}
