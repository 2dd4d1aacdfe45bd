package io.scarlet.log.replay;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.ScoreStatus;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogUnreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The scores that a log records and that counted, to be made again. Failures are left out: what
 * failed once may succeed today.
 *
 * @param candidates with a score, in the order in which they were proposed
 * @param scores one each, in the same order
 */
public record RecordedScores(List<CandidateProposed> candidates, List<CandidateScored> scores) {

  public RecordedScores {
    candidates = List.copyOf(candidates);
    scores = List.copyOf(scores);
  }

  /** The scores of a log. */
  public static RecordedScores of(RecordedLog log) {
    Map<String, CandidateScored> counted = new LinkedHashMap<>();
    for (LoggedEvent logged : log.events()) {
      if (logged.fact().isPresent()
          && logged.event() instanceof CandidateScored score
          && score.getStatus() == ScoreStatus.SCORED) {
        counted.put(score.getCandidateId(), score);
      }
    }
    List<CandidateProposed> candidates =
        log.events().stream()
            .map(LoggedEvent::event)
            .filter(CandidateProposed.class::isInstance)
            .map(CandidateProposed.class::cast)
            .filter(candidate -> counted.containsKey(candidate.getCandidateId()))
            .toList();
    return new RecordedScores(
        candidates,
        candidates.stream().map(candidate -> counted.get(candidate.getCandidateId())).toList());
  }

  /**
   * Compares them with scores that were made again.
   *
   * @param again one a candidate, in their order, up to the first that failed
   * @throws LogUnreadable where a candidate could not be scored again, with the reason
   */
  public Agreement compare(List<CandidateScored> again) {
    for (CandidateScored now : again) {
      if (now.getStatus() == ScoreStatus.FAILED) {
        throw new LogUnreadable(
            "%s cannot be scored again: %s".formatted(now.getCandidateId(), now.getFailure()));
      }
    }
    if (again.size() != scores.size()) {
      throw new LogUnreadable(
          "%d of %d scores were made again".formatted(again.size(), scores.size()));
    }
    List<String> different = new ArrayList<>();
    double accuracy = 0;
    double loss = 0;
    for (int i = 0; i < scores.size(); i++) {
      CandidateScored then = scores.get(i);
      CandidateScored now = again.get(i);
      if (!Objects.equals(then.getAccuracy(), now.getAccuracy())
          || !Objects.equals(then.getLoss(), now.getLoss())) {
        different.add(
            "%s had %s, and has %s now".formatted(then.getCandidateId(), shown(then), shown(now)));
        accuracy = Math.max(accuracy, distance(then.getAccuracy(), now.getAccuracy()));
        loss = Math.max(loss, distance(then.getLoss(), now.getLoss()));
      }
    }
    return new Agreement(
        scores.size() - different.size(),
        different.size(),
        (int) scores.stream().filter(score -> score.getLatency() != null).count(),
        accuracy,
        loss,
        different.stream().findFirst());
  }

  private static String shown(CandidateScored score) {
    String accuracy = "accuracy " + score.getAccuracy();
    return Optional.ofNullable(score.getLoss())
        .map(loss -> accuracy + " and loss " + loss)
        .orElse(accuracy);
  }

  private static double distance(Double one, Double other) {
    if (one == null || other == null) {
      return Objects.equals(one, other) ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.abs(one - other);
  }
}
