package io.scarlet.evolver;

import io.scarlet.events.CandidateScored;
import io.scarlet.events.ScoreStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The evaluators of a search as their outcomes show them, for those who look on. Evaluators come
 * and go under new names, so only the {@value #MOST} seen last are kept.
 *
 * @param evaluators by the names that they give themselves
 */
public record Workforce(Map<String, Seen> evaluators) {

  private static final int MOST = 256;

  static final Workforce NONE = new Workforce(Map.of());

  public Workforce {
    evaluators = Collections.unmodifiableMap(evaluators);
  }

  /**
   * One evaluator.
   *
   * @param outcomes of it that counted
   * @param failures those of them that are failures
   * @param milliseconds that all of them took
   * @param latest time of the last of them
   */
  public record Seen(int outcomes, int failures, long milliseconds, Instant latest) {

    private Seen with(CandidateScored score, Instant at) {
      return new Seen(
          outcomes + 1,
          failures + (score.getStatus() == ScoreStatus.FAILED ? 1 : 0),
          milliseconds + score.getMilliseconds(),
          at);
    }
  }

  Workforce with(CandidateScored score, Instant at) {
    Map<String, Seen> more = new TreeMap<>(evaluators);
    Seen before = evaluators.getOrDefault(score.getEvaluatorId(), new Seen(0, 0, 0, at));
    more.put(score.getEvaluatorId(), before.with(score, at));
    if (more.size() > MOST) {
      more.entrySet().stream()
          .min(Comparator.comparing(each -> each.getValue().latest()))
          .map(Map.Entry::getKey)
          .ifPresent(more::remove);
    }
    return new Workforce(more);
  }
}
