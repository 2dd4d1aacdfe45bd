package io.scarlet.study;

import io.scarlet.space.Architecture;
import io.scarlet.space.CostTable;
import io.scarlet.study.io.ScoresCsv;
import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.io.Truths;
import io.scarlet.study.progress.Progress;
import io.scarlet.study.rank.SampleScores;
import io.scarlet.study.rank.ScoredNetwork;
import io.scarlet.study.settings.RankSettings;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.study.settings.SupernetSettings;
import io.scarlet.study.settings.TruthSource;
import io.scarlet.study.standalone.TrainedAccuracies;
import io.scarlet.study.supernet.Pictures;
import io.scarlet.study.supernet.TrainedSupernets;
import io.scarlet.study.truth.EveryNetwork;
import io.scarlet.study.truth.Truth;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.scoring.PathScorer;
import io.scarlet.supernet.scoring.ScoringSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Trains supernets, scores a sample of networks with each, and holds the scores against truth. */
final class RankRun {

  private final RankSettings settings;
  private final Supplier<ConfiguredBackend> backends;
  private final Progress progress;
  private final TruthIn truths;
  private final List<Architecture> sample;
  private final CostTable costs;

  /** What is true, once a folder is there that keeps what has to be trained for it. */
  private interface TruthIn {
    Truth of(StudyFolder folder) throws IOException, DataFormatException;
  }

  /**
   * A run.
   *
   * @param backends opens one for each supernet, whose memory goes with it
   * @throws StudyRefused if the truth is unknown, or has too few networks
   */
  RankRun(RankSettings settings, Supplier<ConfiguredBackend> backends, Progress progress) {
    this.settings = settings;
    this.backends = backends;
    this.progress = progress;
    SupernetSettings supernets = settings.supernets();
    List<Architecture> known;
    switch (settings.truth()) {
      case TruthSource.Known(String nameOrFile) -> {
        Truth truth = Truths.find(nameOrFile, supernets.space());
        truths = _ -> truth;
        known = truth.networks();
        requireEnough(truth.name() + " knows", known.size());
      }
      case TruthSource.Trained source -> {
        truths = folder -> trained(source, folder);
        known = EveryNetwork.of(supernets.space());
        requireEnough(supernets.space().name() + " has", known.size());
      }
    }
    sample =
        settings
            .sampling()
            .draw(supernets.space(), known, settings.networks(), settings.sampleSeed());
    costs = new CostTable(supernets.space());
  }

  private void requireEnough(String whoKnows, int networks) {
    if (settings.networks() > networks) {
      throw new StudyRefused(
          "--networks %d: %s %d networks".formatted(settings.networks(), whoKnows, networks));
    }
  }

  private Truth trained(TruthSource.Trained source, StudyFolder folder)
      throws IOException, DataFormatException {
    try (ConfiguredBackend backend = backends.get()) {
      return new TrainedAccuracies(settings.supernets(), source, folder, backend.open(), progress)
          .of(sample);
    }
  }

  /**
   * Does what is not done yet.
   *
   * @return the scores of the sample in each way
   * @throws DataFormatException if the pictures cannot be used
   */
  List<SampleScores> run(StudyFolder folder) throws IOException, DataFormatException {
    Truth truth = truths.of(folder);
    try (ScoresCsv scores = folder.scores()) {
      for (long seed : settings.supernets().seeds()) {
        if (!isComplete(seed, scores)) {
          score(seed, folder, truth, scores);
        }
      }
      return settings.scorings().stream().map(way -> scores(way, truth, scores)).toList();
    }
  }

  private boolean isComplete(long seed, ScoresCsv scores) {
    return settings.scorings().stream().allMatch(way -> open(seed, way, scores).isEmpty());
  }

  /** What is not scored yet. */
  private List<Architecture> open(long seed, ScoringSettings way, ScoresCsv scores) {
    return sample.stream()
        .filter(network -> scores.find(key(seed, way, network)).isEmpty())
        .toList();
  }

  private void score(long seed, StudyFolder folder, Truth truth, ScoresCsv scores)
      throws IOException, DataFormatException {
    SupernetSettings supernets = settings.supernets();
    Pictures pictures = Pictures.open(supernets.pictures(), supernets.space(), seed);
    try (ConfiguredBackend backend = backends.get()) {
      TrainedSupernets.Trained trained =
          new TrainedSupernets(supernets, folder, backend.open(), progress).get(seed, pictures);
      for (ScoringSettings way : settings.scorings()) {
        PathScorer scorer =
            new PathScorer(
                trained.restored(),
                pictures.splits().train(),
                pictures.splits().validation(),
                pictures.normalization(),
                way,
                seed);
        score(seed, way, scorer, truth, scores);
      }
    }
  }

  private void score(
      long seed, ScoringSettings way, PathScorer scorer, Truth truth, ScoresCsv scores)
      throws IOException {
    List<Architecture> open = open(seed, way, scores);
    Progress.Work work = progress.begin(0, open.size());
    int done = 0;
    for (Architecture network : open) {
      scores.add(
          new ScoredNetwork(key(seed, way, network), scorer.score(network)),
          costs.of(network),
          truth.accuracy(network));
      done++;
      if (work.isDue(done)) {
        work.say(
            done,
            "supernet of seed %d, recalibration batches %d: %d of %d networks scored"
                .formatted(
                    seed,
                    way.recalibrationBatches(),
                    sample.size() - open.size() + done,
                    sample.size()));
      }
    }
  }

  private SampleScores scores(ScoringSettings way, Truth truth, ScoresCsv scores) {
    Map<Long, List<Double>> bySeed = new LinkedHashMap<>();
    for (long seed : settings.supernets().seeds()) {
      bySeed.put(
          seed,
          sample.stream()
              .map(network -> scores.find(key(seed, way, network)).orElseThrow().accuracy())
              .toList());
    }
    return new SampleScores(
        way.recalibrationBatches(), sample, sample.stream().map(truth::accuracy).toList(), bySeed);
  }

  private static ScoredNetwork.Key key(long seed, ScoringSettings way, Architecture network) {
    return new ScoredNetwork.Key(seed, way.recalibrationBatches(), network.code());
  }
}
