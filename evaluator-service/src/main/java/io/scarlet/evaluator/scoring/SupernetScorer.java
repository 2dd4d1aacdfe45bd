package io.scarlet.evaluator.scoring;

import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.scarlet.space.IllegalArchitectureException;
import io.scarlet.store.ArtifactStores;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
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
  private final QuietMachine machine;
  private Optional<LoadedSupernet> loaded = Optional.empty();

  /** The backend starts with the first candidate: an evaluator of tables needs none. */
  @Inject
  public SupernetScorer(EvaluatorSettings settings, ScoringBackend backend) {
    this(
        settings.store().url(),
        backend,
        settings.evaluator().latencyLock().orElseGet(QuietMachine::standard));
  }

  /**
   * The same without a service around it.
   *
   * @param storeUrl where checkpoints lie; empty where a table answers
   */
  public SupernetScorer(Optional<URI> storeUrl, ScoringBackend backend) {
    this(storeUrl, backend, QuietMachine.standard());
  }

  private SupernetScorer(Optional<URI> storeUrl, ScoringBackend backend, Path lock) {
    this.storeUrl = storeUrl;
    this.backend = backend;
    this.machine = new QuietMachine(lock);
  }

  @Override
  public Candidate.Source source() {
    return Candidate.Source.SUPERNET;
  }

  @Override
  public Score score(Candidate candidate) throws NotScorableException {
    return candidate.timing().isPresent()
        ? machine.alone(() -> scored(candidate))
        : scored(candidate);
  }

  /** The latency comes last: by then the kernels are compiled. */
  private Score scored(Candidate candidate) throws NotScorableException {
    try {
      LoadedSupernet supernet = supernet(candidate);
      io.scarlet.supernet.scoring.Score score = supernet.score(candidate.code());
      OptionalDouble latency =
          candidate.timing().stream()
              .mapToDouble(timing -> supernet.latency(candidate.code(), timing))
              .findFirst();
      return new Score(score.accuracy(), OptionalDouble.of(score.loss()), latency);
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
