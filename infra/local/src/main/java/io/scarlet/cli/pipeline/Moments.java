package io.scarlet.cli.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When candidates and scores of one search were sent and when they arrived, in milliseconds. */
final class Moments {

  private final Map<String, Integer> generations = new HashMap<>();
  private final Map<Integer, Long> firstCandidate = new HashMap<>();
  private final Map<Integer, Score> lastScore = new HashMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int scores;

  private record Score(long sent, long arrived) {}

  Moments() {}

  /** A candidate can be read. */
  void candidate(String id, int generation, long arrived) {
    generations.put(id, generation);
    firstCandidate.merge(generation, arrived, Math::min);
  }

  /** A score can be read. */
  void score(String candidate, long sent, long arrived) {
    scores++;
    first = Math.min(first, sent);
    last = Math.max(last, sent);
    Integer generation = generations.get(candidate);
    if (generation != null) {
      lastScore.merge(
          generation,
          new Score(sent, arrived),
          (one, other) -> one.sent() >= other.sent() ? one : other);
    }
  }

  PipelineFigures figures() {
    List<Long> turns = new ArrayList<>();
    List<Long> published = new ArrayList<>();
    List<Long> decided = new ArrayList<>();
    lastScore.forEach(
        (generation, score) -> {
          Long next = firstCandidate.get(generation + 1);
          if (next != null) {
            turns.add(next - score.sent());
            published.add(score.arrived() - score.sent());
            decided.add(next - score.arrived());
          }
        });
    double seconds = (last - first) / 1000.0;
    return new PipelineFigures(
        scores,
        seconds > 0 ? (scores - 1) / seconds : 0,
        turns.size(),
        median(turns),
        median(published),
        median(decided));
  }

  private static double median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : Arrays.stream(sorted, (sorted.length - 1) / 2, half + 1).average().orElseThrow();
  }
}
