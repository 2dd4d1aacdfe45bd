package io.scarlet.log;

import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchPast;
import io.scarlet.events.SearchRequested;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a fork leaves its parent.
 *
 * @param request of the parent
 * @param checkpoints that the parent took in, by ascending step; a fork's are in its past
 * @param generations that the parent has completed, in order; its own past included
 */
public record ForkPoint(
    SearchRequested request,
    List<CheckpointPublished> checkpoints,
    List<GenerationCompleted> generations) {

  public ForkPoint {
    checkpoints = List.copyOf(checkpoints);
    generations = List.copyOf(generations);
  }

  /**
   * What a recorded search has for a fork.
   *
   * @throws IllegalArgumentException where the log has no request
   */
  public static ForkPoint of(RecordedLog log) {
    return new ForkPoint(
        events(log, SearchRequested.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the log of " + log.searchId() + " has no request")),
        log.events().stream()
            .filter(logged -> logged.fact().isPresent())
            .map(LoggedEvent::event)
            .filter(CheckpointPublished.class::isInstance)
            .map(CheckpointPublished.class::cast)
            .toList(),
        events(log, GenerationCompleted.class)
            .sorted(Comparator.comparingInt(GenerationCompleted::getGeneration))
            .toList());
  }

  private static <E> Stream<E> events(RecordedLog log, Class<E> kind) {
    return log.events().stream().map(LoggedEvent::event).filter(kind::isInstance).map(kind::cast);
  }

  /**
   * The past of a fork.
   *
   * @param shared generations that it shares: the first that is its own has this number
   * @throws IllegalArgumentException with one line for the person who asked, where the parent has
   *     not so many or its training is not complete
   */
  public SearchPast past(int shared) {
    String parent = request.getSearchId();
    if (shared < 1 || shared > generations.size()) {
      throw new IllegalArgumentException(
          generations.isEmpty()
              ? "%s has no complete generation yet, so there is nothing to fork".formatted(parent)
              : "a fork of %s leaves it at generation 1 to %d, got %d"
                  .formatted(parent, generations.size(), shared));
    }
    List<CheckpointPublished> published =
        Optional.ofNullable(request.getPast()).map(SearchPast::getCheckpoints).orElse(checkpoints);
    boolean trains = request.getEvaluation().getSource() == ScoreSource.SUPERNET;
    if (trains && (published.isEmpty() || !published.getLast().getLast())) {
      throw new IllegalArgumentException(
          "%s is still training: a fork shares its weights, so wait for the last checkpoint"
              .formatted(parent));
    }
    return SearchPast.newBuilder()
        .setParent(parent)
        .setCheckpoints(published)
        .setGenerations(generations.subList(0, shared))
        .build();
  }
}
