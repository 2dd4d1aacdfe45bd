package io.scarlet.evolution;

import io.scarlet.evolution.ranking.GreedyChoice;
import io.scarlet.space.Architecture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which networks of the final front are trained by themselves: the best in the first objective, the
 * knee, then those that add most to the hypervolume of the ones chosen before. Networks that are
 * the same without shared weights are taken once.
 */
final class Finalists {

  private final SearchSettings settings;
  private final List<Member> front;
  private final List<double[]> points;
  private final Map<Integer, String> chosen = new LinkedHashMap<>();

  private Finalists(SearchSettings settings, List<Member> front) {
    this.settings = settings;
    this.front = distinct(settings, front);
    this.points = points(settings, this.front);
  }

  /**
   * A completed generation and, if it ends the search by itself, the finalists. Who stops a search
   * wants no more of it.
   */
  static List<Decision> behind(SearchSettings settings, Decision.CompleteGeneration completed) {
    if (completed.end().isEmpty() || settings.finalists() == 0) {
      return List.of(completed);
    }
    List<Decision.ChooseFinalist> chosen = new Finalists(settings, completed.front()).choose();
    List<Decision> decisions = new ArrayList<>();
    decisions.add(completed.with(chosen.size()));
    decisions.addAll(chosen);
    return decisions;
  }

  private List<Decision.ChooseFinalist> choose() {
    int wanted = Math.min(settings.finalists(), front.size());
    if (wanted > 0) {
      int best = best(0);
      chosen.put(best, label(best, "best"));
    }
    if (wanted > 1) {
      int knee = knee();
      chosen.putIfAbsent(knee, label(knee, "knee"));
    }
    spread(wanted);
    List<Decision.ChooseFinalist> finalists = new ArrayList<>();
    chosen.forEach(
        (index, why) ->
            finalists.add(
                new Decision.ChooseFinalist(
                    front.get(index), why, finalists.size() + 1, chosen.size())));
    return finalists;
  }

  private void spread(int wanted) {
    GreedyChoice greedy =
        new GreedyChoice(chosen.keySet().stream().map(points::get).toList(), points);
    OptionalInt next = greedy.next();
    while (chosen.size() < wanted && next.isPresent()) {
      chosen.put(next.getAsInt(), label(next.getAsInt(), "spread"));
      next = greedy.next();
    }
    for (int index = 0; index < front.size() && chosen.size() < wanted; index++) {
      chosen.putIfAbsent(index, label(index, "spread"));
    }
  }

  /** The first of those that are best in an objective. */
  private int best(int objective) {
    int best = 0;
    for (int index = 1; index < points.size(); index++) {
      if (points.get(index)[objective] > points.get(best)[objective]) {
        best = index;
      }
    }
    return best;
  }

  /** The point that lies farthest in front of the plane through the extremes: the largest sum. */
  private int knee() {
    int objectives = settings.objectives().size();
    double[] least = new double[objectives];
    double[] most = new double[objectives];
    for (int i = 0; i < objectives; i++) {
      int objective = i;
      least[i] = points.stream().mapToDouble(point -> point[objective]).min().orElseThrow();
      most[i] = points.stream().mapToDouble(point -> point[objective]).max().orElseThrow();
    }
    int knee = 0;
    double farthest = Double.NEGATIVE_INFINITY;
    for (int index = 0; index < points.size(); index++) {
      double sum = 0;
      for (int i = 0; i < objectives; i++) {
        double range = most[i] - least[i];
        sum += range == 0 ? 0 : (points.get(index)[i] - least[i]) / range;
      }
      if (sum > farthest) {
        farthest = sum;
        knee = index;
      }
    }
    return knee;
  }

  /** What is extreme in an objective is called that, whatever else led to it. */
  private String label(int index, String otherwise) {
    for (int i = 0; i < settings.objectives().size(); i++) {
      if (best(i) == index) {
        Objective wanted = settings.objectives().get(i);
        return word(wanted) + " " + wanted.measure().label();
      }
    }
    return otherwise;
  }

  private static String word(Objective objective) {
    if (objective.measure() == Measure.ACCURACY && objective.direction() == Direction.MAXIMIZE) {
      return "best";
    }
    return objective.direction() == Direction.MAXIMIZE ? "highest" : "lowest";
  }

  private static List<Member> distinct(SearchSettings settings, List<Member> front) {
    Set<Architecture> seen = new HashSet<>();
    return front.stream()
        .filter(member -> seen.add(settings.space().standAlone(member.candidate().architecture())))
        .toList();
  }

  private static List<double[]> points(SearchSettings settings, List<Member> front) {
    Appraisal appraisal = new Appraisal(settings);
    return front.stream()
        .map(
            member ->
                appraisal.shares(member.evaluation().reading()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray())
        .toList();
  }
}
