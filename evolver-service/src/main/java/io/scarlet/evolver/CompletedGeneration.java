package io.scarlet.evolver;

import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Member;
import io.scarlet.evolution.Outcome;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A complete generation in figures, for those who look on.
 *
 * @param number from 0
 * @param candidates of it that have an outcome
 * @param failures those of them that failed
 * @param evaluations candidates evaluated so far, this generation included
 * @param front networks that no other beats after it
 * @param bestAccuracy on this front, 0 to 1; empty where nothing is on it
 * @param hypervolume of this front, 0 to 1
 */
public record CompletedGeneration(
    int number,
    int candidates,
    int failures,
    int evaluations,
    int front,
    OptionalDouble bestAccuracy,
    double hypervolume) {

  static CompletedGeneration of(Decision.CompleteGeneration completed) {
    return new CompletedGeneration(
        completed.generation(),
        completed.evaluated().size(),
        failures(completed.evaluated()),
        completed.evaluations(),
        completed.front().size(),
        best(completed.front()),
        completed.hypervolume());
  }

  private static int failures(List<Member> members) {
    return (int)
        members.stream()
            .filter(member -> member.evaluation().outcome() instanceof Outcome.Failure)
            .count();
  }

  private static OptionalDouble best(List<Member> front) {
    return front.stream()
        .map(member -> member.evaluation().outcome())
        .filter(Outcome.Score.class::isInstance)
        .mapToDouble(outcome -> ((Outcome.Score) outcome).accuracy())
        .max();
  }
}
