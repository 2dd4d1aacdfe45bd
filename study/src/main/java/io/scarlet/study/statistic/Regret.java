package io.scarlet.study.statistic;

import java.util.Comparator;
import java.util.stream.IntStream;

/** What is lost by whoever trusts the scores. */
public final class Regret {

  private Regret() {}

  /**
   * The truth of the best network less that of the best among the {@code k} with the highest
   * scores; among equal scores the former comes first. At least 0.
   *
   * @param k at least 1; more than there are means all
   */
  public static double among(int k, double[] scores, double[] truth) {
    double best = IntStream.range(0, truth.length).mapToDouble(i -> truth[i]).max().orElseThrow();
    double found =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .limit(k)
            .mapToDouble(i -> truth[i])
            .max()
            .orElseThrow();
    return best - found;
  }
}
