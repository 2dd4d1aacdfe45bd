package io.scarlet.log;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.PastCheckpoint;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchPast;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Checkpoint;
import io.scarlet.evolution.Decision;
import java.util.List;

/**
 * Where forks may leave a search.
 *
 * @param parent the search, requested
 */
public record ForkPoint(Search parent) {

  /** The request of the parent. */
  public SearchRequested request() {
    return parent.request().orElseThrow();
  }

  /**
   * The past of a fork.
   *
   * @param shared generations that it shares: the first that is its own has this number
   * @throws IllegalArgumentException with one line for the person who asked, where the parent has
   *     not so many or its training is not complete
   */
  public SearchPast past(int shared) {
    List<Decision.CompleteGeneration> generations = parent.generations();
    if (generations.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no complete generation yet, so there is nothing to share".formatted(id()));
    }
    if (shared < 1 || shared > generations.size()) {
      throw new IllegalArgumentException(
          "a fork of %s leaves it at generation 1 to %d, got %d"
              .formatted(id(), generations.size(), shared));
    }
    boolean trains = request().getEvaluation().getSource() == ScoreSource.SUPERNET;
    if (trains && parent.state().weights().last().isEmpty()) {
      throw new IllegalArgumentException(
          "%s is still training: a fork shares its weights, so wait for the last checkpoint"
              .formatted(id()));
    }
    return SearchPast.newBuilder()
        .setParent(id())
        .setCheckpoints(
            parent.state().weights().published().stream().map(ForkPoint::written).toList())
        .setGenerations(
            generations.subList(0, shared).stream()
                .map(generation -> DecisionWriter.generation(request(), generation))
                .toList())
        .build();
  }

  private String id() {
    return request().getSearchId();
  }

  private static PastCheckpoint written(Checkpoint checkpoint) {
    return new PastCheckpoint(
        checkpoint.step(),
        checkpoint.last(),
        new ArtifactReference(checkpoint.uri(), checkpoint.sha256(), checkpoint.size()));
  }
}
