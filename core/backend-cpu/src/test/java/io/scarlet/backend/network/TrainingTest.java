package io.scarlet.backend.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.space.Architecture;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.scoring.PathScorer;
import io.scarlet.supernet.scoring.Score;
import io.scarlet.supernet.scoring.ScoringSettings;
import io.scarlet.supernet.training.DivergedException;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.SupernetTraining;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supernet on real pictures: it learns, and nothing but its request decides what it learns. */
class TrainingTest {

  private static final long SEED = 11;
  private static final int EPOCHS = 3;
  private static final DataSplits DATA = Tiny.pictures();
  private static final Normalization NORMALIZATION = Normalization.of(DATA.train());

  @TempDir private Path folder;

  private static Supernet supernet(Backend backend, long seed) {
    return new Supernet(Tiny.SPACE, SkipTraining.STABILIZER, seed, backend);
  }

  private static SupernetTraining training(Supernet supernet, long step) {
    TrainingSettings settings = Tiny.settings(EPOCHS, SkipTraining.STABILIZER);
    return new SupernetTraining(supernet, settings, DATA.train(), NORMALIZATION, SEED, step);
  }

  private static List<StepReport> advance(SupernetTraining training, int steps) {
    List<StepReport> reports = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      reports.add(training.advance());
    }
    return reports;
  }

  private Path save(Supernet supernet, String name) throws IOException {
    Path file = folder.resolve(name);
    SafetensorsFile.write(SupernetCheckpoint.of(supernet, Map.of("seed", "11")), file);
    return file;
  }

  private static double meanLoss(List<StepReport> reports) {
    return reports.stream().mapToDouble(StepReport::loss).average().orElseThrow();
  }

  @Test
  void theLossFallsEveryChoiceIsTrainedAsOftenAndThePathsScoreAboveChance() {
    try (Backend backend = new CpuBackend(2)) {
      Supernet supernet = supernet(backend, SEED);
      try (SupernetTraining training = training(supernet, 0)) {
        List<StepReport> reports = advance(training, 60);
        assertThat(meanLoss(reports.subList(50, 60)))
            .isLessThan(0.8 * meanLoss(reports.subList(0, 5)));
        assertThat(reports).extracting(StepReport::step).startsWith(1L, 2L).endsWith(60L);
        assertThat(reports.get(19).epoch()).isEqualTo(1);
        assertThat(reports.get(20).epoch()).isEqualTo(2);
        assertThat(training.tally().ofLayer(2)).containsExactly(60L, 60L, 60L);
        assertThat(training.tally().ofLayer(1).stream().mapToLong(count -> count).sum())
            .isEqualTo(180);
        assertThat(training.isComplete()).isTrue();
        assertThatThrownBy(training::advance).hasMessage("the training is complete");
      }
      assertThat(scorer(supernet).score(path(0, 2)).accuracy()).isBetween(0.3, 1.0);
    }
  }

  /** R3: a crash changes nothing. */
  @Test
  void aTrainingThatIsResumedGivesTheBytesOfOneThatNeverStopped() throws IOException {
    try (Backend backend = new CpuBackend(2)) {
      Supernet whole = supernet(backend, SEED);
      List<Long> tally;
      try (SupernetTraining training = training(whole, 0)) {
        advance(training, 9);
        tally = training.tally().ofLayer(1);
      }
      Supernet crashed = supernet(backend, SEED);
      try (SupernetTraining training = training(crashed, 0)) {
        advance(training, 4);
      }
      Path checkpoint = save(crashed, "crashed");

      Supernet resumed = supernet(backend, SEED + 1);
      SafetensorsFile.read(checkpoint).restore(resumed);
      try (SupernetTraining training = training(resumed, 4)) {
        assertThat(advance(training, 5)).extracting(StepReport::step).startsWith(5L).endsWith(9L);
        assertThat(training.tally().ofLayer(1)).isEqualTo(tally);
      }
      assertThat(save(resumed, "resumed")).hasSameBinaryContentAs(save(whole, "whole"));
      assertThat(Files.mismatch(save(resumed, "resumed"), checkpoint)).isNotNegative();
    }
  }

  /** R2: so does the number of threads. */
  @Test
  void oneTwoAndThreeThreadsGiveTheSameBytesAndTheSameScores() throws IOException {
    List<Path> files = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      try (Backend backend = new CpuBackend(threads)) {
        Supernet supernet = supernet(backend, SEED);
        try (SupernetTraining training = training(supernet, 0)) {
          advance(training, 5);
        }
        files.add(save(supernet, "threads-" + threads));
        scores.add(scorer(supernet).score(path(1, 2)));
      }
    }
    assertThat(files.get(0)).hasSameBinaryContentAs(files.get(1));
    assertThat(files.get(0)).hasSameBinaryContentAs(files.get(2));
    assertThat(scores).containsOnly(scores.get(0));
  }

  private static Architecture path(int first, int second) {
    return new Architecture(List.of(first, second));
  }

  private static PathScorer scorer(Supernet supernet) {
    ScoringSettings settings = new ScoringSettings(3, 50, 64);
    return new PathScorer(supernet, DATA.train(), DATA.validation(), NORMALIZATION, settings, SEED);
  }

  @Test
  void aScoreDoesNotDependOnWhatWasScoredBefore() throws IOException {
    try (Backend backend = new CpuBackend(2)) {
      Supernet supernet = supernet(backend, SEED);
      try (SupernetTraining training = training(supernet, 0)) {
        advance(training, 10);
      }
      Path checkpoint = save(supernet, "checkpoint");
      Score first = scorer(supernet).score(path(0, 2));

      Supernet other = supernet(backend, SEED + 1);
      SafetensorsFile.read(checkpoint).restore(other);
      PathScorer busy = scorer(other);
      Score unlike = busy.score(path(1, 0));
      busy.score(path(0, 1));
      assertThat(busy.score(path(0, 2))).isEqualTo(first).isNotEqualTo(unlike);
      assertThat(busy.score(path(0, 2))).isEqualTo(first);
    }
  }

  @Test
  void aLearningRateThatIsTooHighIsNamedAsTheCause() {
    TrainingSettings usual = Tiny.settings(1, SkipTraining.STABILIZER);
    TrainingSettings reckless =
        new TrainingSettings(
            1,
            usual.batch(),
            1e30,
            0,
            usual.optimizer().momentum(),
            usual.weightDecay(),
            usual.labelSmoothing(),
            usual.augmentation(),
            usual.sampling(),
            usual.skip());
    try (Backend backend = new CpuBackend(1);
        var training =
            new SupernetTraining(
                supernet(backend, SEED), reckless, DATA.train(), NORMALIZATION, SEED, 0)) {
      assertThatThrownBy(() -> advance(training, 20))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("diverged at step")
          .hasMessageContaining("lower the setting learningRate, now 1.0E30");
    }
  }
}
