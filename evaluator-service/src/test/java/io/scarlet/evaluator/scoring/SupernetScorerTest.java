package io.scarlet.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.TrainingFacts;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates of one search that name different weights, as they do while its training goes on. */
class SupernetScorerTest {

  private static final String SPACE =
      """
      name: tiny
      input: 28x28x1
      classes: 10
      activation: relu
      stem:
        - conv: {channels: 8, kernel: 3, stride: 2}
      choices: [e3k3, skip]
      stages:
        - {channels: 8, layers: 2, stride: 2}
      tail:
        - conv: {channels: 8, kernel: 1}
        - pool
      """;

  @TempDir private Path folder;
  private ScoringBackend backend;
  private SupernetScorer scorer;

  @BeforeEach
  void start() {
    EvaluatorSettings settings =
        new SmallRyeConfigBuilder()
            .withMapping(EvaluatorSettings.class)
            .withDefaultValue("scarlet.registry.url", "http://nowhere")
            .withDefaultValue("scarlet.store.url", folder.resolve("store").toUri().toString())
            .withDefaultValue("scarlet.evaluator.patience", "PT1S")
            .withDefaultValue("scarlet.evaluator.lock", "PT60S")
            .withDefaultValue("scarlet.evaluator.backend", "cpu")
            .withDefaultValue("scarlet.evaluator.latency-lock", folder.resolve("lock").toString())
            .build()
            .getConfigMapping(EvaluatorSettings.class);
    backend = new ScoringBackend(settings);
    backend.choose(new StartupEvent());
    scorer = new SupernetScorer(settings, backend);
  }

  @AfterEach
  void stop() {
    backend.close();
  }

  @Test
  void aScoreIsThatOfTheWeightsThatTheCandidateNamesWhateverWasScoredBefore()
      throws NotScorableException, ArtifactException, IOException {
    Candidate earlier = candidate(checkpoint(1));
    Candidate later = candidate(checkpoint(2));

    Score byEarlier = scorer.score(earlier);
    Score byLater = scorer.score(later);

    assertThat(byLater).isNotEqualTo(byEarlier);
    for (int round = 0; round < 3; round++) {
      assertThat(scorer.score(earlier)).isEqualTo(byEarlier);
      assertThat(scorer.score(later)).isEqualTo(byLater);
    }
  }

  @Test
  void aLatencyIsMeasuredWhereItIsAskedForAndChangesNoScore()
      throws NotScorableException, ArtifactException, IOException {
    Candidate.Checkpoint weights = checkpoint(1);
    Candidate timed = candidate(weights, Optional.of(new Candidate.Timing(3, 1, 2)));

    Score plain = scorer.score(candidate(weights));
    Score measured = scorer.score(timed);
    Score untimed = scorer.score(timed.untimed());

    assertThat(plain.latency()).isEmpty();
    assertThat(measured.latency().orElseThrow()).isPositive().isFinite();
    assertThat(List.of(plain, new Score(measured.accuracy(), measured.loss(), plain.latency())))
        .containsOnly(untimed);
  }

  private Candidate.Checkpoint checkpoint(long seed)
      throws NotScorableException, ArtifactException, IOException {
    Backend computing = backend.open();
    Supernet supernet =
        new Supernet(SearchSpaceYaml.read(SPACE), SkipTraining.STABILIZER, seed, computing);
    TrainingFacts facts = new TrainingFacts("search", SPACE, SkipTraining.STABILIZER, 1, seed);
    Path file = folder.resolve(seed + ".safetensors");
    SafetensorsFile.write(SupernetCheckpoint.of(supernet, facts.toMap()), file);
    Files.createDirectories(folder.resolve("store"));
    Artifact stored = new FileArtifactStore(folder.resolve("store")).put(file, "safetensors");
    return new Candidate.Checkpoint(stored.uri(), stored.sha256(), stored.size());
  }

  private static Candidate candidate(Candidate.Checkpoint checkpoint) {
    return candidate(checkpoint, Optional.empty());
  }

  private static Candidate candidate(
      Candidate.Checkpoint checkpoint, Optional<Candidate.Timing> timing) {
    return new Candidate(
        "search-g000-s00",
        "search",
        "01",
        Candidate.Source.SUPERNET,
        "",
        Optional.of(checkpoint),
        1,
        new Candidate.Data("fashion-mnist-excerpt", 0, ""),
        new Candidate.Batches(1, 100, 250),
        timing);
  }
}
