package io.scarlet.evolver;

import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Member;
import io.scarlet.evolution.Outcome;
import io.scarlet.space.SearchableLayer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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
 * @param leading the choice of each layer that most survivors have
 */
public record CompletedGeneration(
    int number,
    int candidates,
    int failures,
    int evaluations,
    int front,
    OptionalDouble bestAccuracy,
    double hypervolume,
    List<Leading> leading) {

  public CompletedGeneration {
    leading = List.copyOf(leading);
  }

  /**
   * The choice that leads in a layer.
   *
   * @param choice its index, from 0; of equal ones the first
   * @param share of the survivors that have it, 0 to 1
   */
  public record Leading(int choice, double share) {}

  static CompletedGeneration of(Decision.CompleteGeneration completed) {
    return new CompletedGeneration(
        completed.generation(),
        completed.evaluated().size(),
        failures(completed.evaluated()),
        completed.evaluations(),
        completed.front().size(),
        best(completed.front()),
        completed.hypervolume(),
        leading(completed.population()));
  }

  private static List<Leading> leading(List<Member> survivors) {
    if (survivors.isEmpty()) {
      return List.of();
    }
    int layers = survivors.getFirst().candidate().architecture().choices().size();
    return IntStream.range(0, layers).mapToObj(layer -> leading(survivors, layer)).toList();
  }

  private static Leading leading(List<Member> survivors, int layer) {
    int[] counts = new int[SearchableLayer.MOST_CHOICES];
    survivors.forEach(each -> counts[each.candidate().architecture().choices().get(layer)]++);
    int best = 0;
    for (int choice = 1; choice < counts.length; choice++) {
      best = counts[choice] > counts[best] ? choice : best;
    }
    return new Leading(best, counts[best] / (double) survivors.size());
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
