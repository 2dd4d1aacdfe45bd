package io.scarlet.evaluator.scoring;

import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.scarlet.space.IllegalArchitectureException;
import io.scarlet.store.ArtifactStores;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Scores candidates by the shared weights of a trained supernet. The supernet of the candidate
 * before is kept, since all candidates of a generation ask for the same.
 */
@ApplicationScoped
public class SupernetScorer implements Scorer {

  private final Optional<URI> storeUrl;
  private final ScoringBackend backend;
  private Optional<LoadedSupernet> loaded = Optional.empty();

  /** The backend starts with the first candidate: an evaluator of tables needs none. */
  @Inject
  public SupernetScorer(EvaluatorSettings settings, ScoringBackend backend) {
    this(settings.store().url(), backend);
  }

  /**
   * The same without a service around it.
   *
   * @param storeUrl where checkpoints lie; empty where a table answers
   */
  public SupernetScorer(Optional<URI> storeUrl, ScoringBackend backend) {
    this.storeUrl = storeUrl;
    this.backend = backend;
  }

  @Override
  public Candidate.Source source() {
    return Candidate.Source.SUPERNET;
  }

  @Override
  public Score score(Candidate candidate) throws NotScorableException {
    try {
      io.scarlet.supernet.scoring.Score score = supernet(candidate).score(candidate.code());
      return new Score(score.accuracy(), OptionalDouble.of(score.loss()));
    } catch (IllegalArchitectureException e) {
      throw new NotScorableException(e.getMessage());
    }
  }

  private LoadedSupernet supernet(Candidate candidate) throws NotScorableException {
    LoadedSupernet.Key key = LoadedSupernet.Key.of(candidate);
    if (loaded.isEmpty() || !loaded.get().key().equals(key)) {
      loaded = Optional.empty();
      loaded = Optional.of(LoadedSupernet.load(key, store(), backend.open()));
    }
    return loaded.get();
  }

  private ArtifactStore store() throws NotScorableException {
    return ArtifactStores.at(
        storeUrl.orElseThrow(
            () ->
                new NotScorableException(
                    "this evaluator has no artifact store: set scarlet.store.url")));
  }
}
