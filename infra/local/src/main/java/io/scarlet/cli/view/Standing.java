package io.scarlet.cli.view;

import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How good a search is after a generation.
 *
 * @param generation from 0
 * @param evaluations candidates evaluated so far
 * @param budget candidates that it may evaluate
 * @param front networks that no other beats
 * @param bestAccuracy on the front, 0 to 1; 0 where there is none
 * @param hypervolume of the front, 0 to 1
 * @param rescoredWith step of the training whose weights scored its survivors anew; empty where it
 *     had new candidates
 */
public record Standing(
    int generation,
    int evaluations,
    int budget,
    int front,
    double bestAccuracy,
    double hypervolume,
    OptionalLong rescoredWith) {

  /** As the event tells it. */
  public static Standing of(GenerationCompleted completed) {
    return new Standing(
        completed.getGeneration(),
        completed.getEvaluations(),
        completed.getBudget(),
        completed.getFront().size(),
        completed.getFront().stream()
            .map(Member::getAccuracy)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0),
        completed.getHypervolume(),
        completed.getEvaluated().stream().anyMatch(Member::getRescored)
            ? OptionalLong.of(completed.getCheckpointStep())
            : OptionalLong.empty());
  }
}
