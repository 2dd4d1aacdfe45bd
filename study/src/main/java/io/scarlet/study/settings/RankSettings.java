package io.scarlet.study.settings;

import io.scarlet.study.sample.Sampling;
import io.scarlet.supernet.scoring.ScoringSettings;
import java.util.List;

/**
 * A study of how well supernets rank networks.
 *
 * @param supernets that score
 * @param truth where the true accuracies come from
 * @param networks how many are scored, at least 2
 * @param sampling which
 * @param sampleSeed of what is random in that
 * @param scorings ways to score, each with all networks
 */
public record RankSettings(
    SupernetSettings supernets,
    TruthSource truth,
    int networks,
    Sampling sampling,
    long sampleSeed,
    List<ScoringSettings> scorings) {

  public RankSettings {
    scorings = List.copyOf(scorings);
    if (networks < 2) {
      throw new StudyRefused("a ranking needs 2 networks or more, got " + networks);
    }
    if (scorings.isEmpty() || scorings.stream().distinct().count() != scorings.size()) {
      throw new StudyRefused("give each way to recalibrate once");
    }
  }
}
