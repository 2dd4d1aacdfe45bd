package io.scarlet.evaluator.scoring;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes a candidate to its outcome. A failing scorer gets more attempts, after pauses that double;
 * in the end a candidate fails rather than keep its generation from closing.
 */
public final class Evaluation {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final Map<Candidate.Source, Scorer> scorers = new EnumMap<>(Candidate.Source.class);
  private final int retries;
  private final Consumer<RuntimeException> failures;

  /**
   * An evaluation by these scorers.
   *
   * @param retries attempts after the first, at least 0
   * @param failures told of every attempt that failed
   * @throws IllegalArgumentException where two scorers serve one source
   */
  public Evaluation(Collection<Scorer> scorers, int retries, Consumer<RuntimeException> failures) {
    if (retries < 0) {
      throw new IllegalArgumentException("retries are at least 0, got " + retries);
    }
    this.retries = retries;
    this.failures = failures;
    for (Scorer scorer : scorers) {
      if (this.scorers.put(scorer.source(), scorer) != null) {
        throw new IllegalArgumentException("two scorers serve " + scorer.source());
      }
    }
  }

  /**
   * The candidate's outcome; a scorer's exceptions become failures.
   *
   * @throws InterruptedException where the service ends before the outcome is known
   */
  public Outcome of(Candidate candidate) throws InterruptedException {
    long start = System.nanoTime();
    String reason;
    try {
      return new Outcome.Scored(score(candidate), since(start));
    } catch (NotScorableException e) {
      reason = e.getMessage();
    } catch (RuntimeException e) {
      reason = "gave up after %d attempts: %s".formatted(retries + 1, oneLine(e));
    }
    return new Outcome.Failed(reason, since(start));
  }

  private Score score(Candidate candidate) throws NotScorableException, InterruptedException {
    Scorer scorer = scorers.get(candidate.source());
    if (scorer == null) {
      throw new NotScorableException(
          "this evaluator cannot score by %s, only by %s"
              .formatted(candidate.source(), scorers.keySet()));
    }
    Duration pause = FIRST_PAUSE;
    for (int retry = 0; ; retry++) {
      try {
        return scorer.score(candidate);
      } catch (RuntimeException e) {
        failures.accept(e);
        if (retry == retries) {
          throw e;
        }
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String oneLine(RuntimeException e) {
    String message = e.getMessage() == null ? "no message" : e.getMessage();
    return e.getClass().getSimpleName() + ": " + message.replaceAll("\\s+", " ").strip();
  }
}
