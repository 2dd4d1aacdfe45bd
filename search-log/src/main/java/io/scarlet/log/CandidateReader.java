package io.scarlet.log;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CandidateProposed;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.CandidateId;
import io.scarlet.evolution.Checkpoint;
import io.scarlet.evolution.Decider;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolution.breeding.Origin;
import io.scarlet.space.Costs;
import io.scarlet.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/** From the events of candidates to the candidates: {@link DecisionWriter} backwards. */
public final class CandidateReader {

  private final SearchSpace space;
  private final List<Checkpoint> published;

  private CandidateReader(SearchSpace space, List<Checkpoint> published) {
    this.space = space;
    this.published = published;
  }

  /**
   * Of the candidates that a fact led to.
   *
   * @param before the state that the fact met
   * @throws IllegalStateException where there is no search yet, so no fact can lead to candidates
   */
  public static CandidateReader behind(Fact fact, SearchState before) {
    SearchState after = Decider.apply(before, fact);
    return new CandidateReader(
        after
            .settings()
            .orElseThrow(() -> new IllegalStateException("candidates of no search"))
            .space(),
        after.weights().published());
  }

  /**
   * The candidate of an event.
   *
   * @throws IllegalArgumentException with one line, where it is none of this search
   */
  public Candidate candidate(CandidateProposed proposed) {
    return new Candidate(
        id(proposed.getCandidateId()),
        space.parse(proposed.getCode()),
        proposed.getParents().stream().map(CandidateReader::id).toList(),
        origin(proposed.getOrigin()),
        costs(proposed.getCosts()),
        Optional.ofNullable(proposed.getCheckpoint()).map(this::weights),
        proposed.getRescored());
  }

  private Checkpoint weights(ArtifactReference artifact) {
    return published.stream()
        .filter(known -> known.sha256().equals(artifact.getSha256()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a candidate names checkpoint %s, which was never published"
                        .formatted(artifact.getSha256())));
  }

  static CandidateId id(String text) {
    return CandidateId.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a candidate is named '%s', which is no id".formatted(text)));
  }

  static Origin origin(io.scarlet.events.Origin origin) {
    return switch (origin) {
      case SEEDED -> Origin.SEEDED;
      case CROSSOVER -> Origin.CROSSOVER;
      case MUTATION -> Origin.MUTATION;
      case CROSSOVER_MUTATION -> Origin.CROSSOVER_MUTATION;
      case ENUMERATED -> Origin.ENUMERATED;
    };
  }

  static Costs costs(io.scarlet.events.Costs costs) {
    return new Costs(costs.getParams(), costs.getMacs(), costs.getDepth());
  }
}
