package io.scarlet.evaluator.scoring;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceSyntaxException;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.TrainingFacts;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import io.scarlet.supernet.scoring.PathScorer;
import io.scarlet.supernet.scoring.Score;
import io.scarlet.supernet.scoring.ScoringSettings;
import java.io.IOException;

/** A supernet from a checkpoint, with the pictures to score on. */
final class LoadedSupernet {

  /** What a score depends on, besides the architecture. */
  record Key(
      Candidate.Checkpoint checkpoint, long seed, Candidate.Data data, Candidate.Batches batches) {

    static Key of(Candidate candidate) throws NotScorableException {
      return new Key(
          candidate
              .checkpoint()
              .orElseThrow(
                  () -> new NotScorableException("the candidate names no checkpoint to score by")),
          candidate.seed(),
          candidate.data(),
          candidate.batches());
    }
  }

  private final Key key;
  private final SearchSpace space;
  private final PathScorer scorer;
  private final Backend backend;

  private LoadedSupernet(Key key, SearchSpace space, PathScorer scorer, Backend backend) {
    this.key = key;
    this.space = space;
    this.scorer = scorer;
    this.backend = backend;
  }

  /**
   * Loads a checkpoint and the pictures.
   *
   * @throws NotScorableException if the pictures cannot be used, or do not fit
   * @throws StoreUnavailableException if the checkpoint cannot be had, perhaps not for long
   */
  static LoadedSupernet load(Key key, ArtifactStore store, Backend backend)
      throws NotScorableException {
    try {
      SupernetCheckpoint checkpoint = SafetensorsFile.read(store.fetch(artifact(key)));
      TrainingFacts facts = TrainingFacts.of(checkpoint);
      SearchSpace space = SearchSpaceYaml.read(facts.space());
      DataSets.verify(key.data().set(), key.data().sha256());
      DataSplits data =
          DataSets.open(key.data().set(), space, key.data().validationPictures(), key.seed());
      Supernet supernet = new Supernet(space, facts.skip(), facts.seed(), backend);
      checkpoint.restoreForScoring(supernet);
      PathScorer scorer =
          new PathScorer(
              supernet,
              data.train(),
              data.validation(),
              Normalization.of(data.train()),
              new ScoringSettings(
                  key.batches().recalibrationBatches(),
                  key.batches().recalibrationBatch(),
                  key.batches().validationBatch()),
              key.seed());
      return new LoadedSupernet(key, space, scorer, backend);
    } catch (CheckpointMismatchException | DataFormatException | SearchSpaceSyntaxException e) {
      throw new NotScorableException(e.getMessage());
    } catch (ArtifactException | IOException e) {
      throw new StoreUnavailableException(e.getMessage(), e);
    }
  }

  private static Artifact artifact(Key key) {
    return new Artifact(key.checkpoint().uri(), key.checkpoint().sha256(), key.checkpoint().size());
  }

  Key key() {
    return key;
  }

  /** The score of an architecture code. */
  Score score(String code) {
    return scorer.score(space.parse(code));
  }

  /** Milliseconds that the network of a code by itself takes for a batch, as measured now. */
  double latency(String code, Candidate.Timing timing) {
    return Stopwatch.milliseconds(space.derive(space.parse(code)).withDropout(0), timing, backend);
  }
}
