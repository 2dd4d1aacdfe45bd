package io.scarlet.cli.view;

import io.scarlet.log.replay.Agreement;
import io.scarlet.log.replay.ReplayReport;
import java.util.Locale;
import java.util.Optional;

/** What came of a replay, for people. */
public final class ReplaySummary {

  private ReplaySummary() {}

  /** The same, and a line on the scores where they were made again. */
  public static String of(ReplayReport report, Optional<Agreement> scores) {
    return of(report) + scores.map(agreement -> "\n" + scores(agreement)).orElse("");
  }

  private static String scores(Agreement agreement) {
    String equal =
        "scores made again: %d equal, bit for bit%s"
            .formatted(
                agreement.equal(),
                agreement.timed() == 0
                    ? ""
                    : " (but for %d latencies, which are measurements and not compared)"
                        .formatted(agreement.timed()));
    return agreement.complete()
        ? equal
        : String.format(
            Locale.ROOT,
            "%s; %d different, by %.3g in accuracy and %.3g in loss at most: %s",
            equal,
            agreement.different(),
            agreement.largestAccuracy(),
            agreement.largestLoss(),
            agreement.first().orElseThrow());
  }

  private static String decisions(ReplayReport report) {
    return report.finalists() == 0
        ? "%d candidates and %d generations".formatted(report.candidates(), report.generations())
        : "%d candidates, %d generations and %d finalists"
            .formatted(report.candidates(), report.generations(), report.finalists());
  }

  /** Three lines: the search, what was compared, and the verdict. */
  public static String of(ReplayReport report) {
    return "search %s%s: %d facts folded%s%n%s compared%s%n%s"
        .formatted(
            report.searchId(),
            report.complete() ? "" : ", cut off before its end",
            report.facts(),
            report.uncounted() == 0
                ? ""
                : ", %d passed over that did not count".formatted(report.uncounted()),
            decisions(report),
            report.open() == 0
                ? ""
                : ", %d more at the cut without a counterpart".formatted(report.open()),
            report.difference().map(first -> "different: " + first).orElse("equal, byte for byte"));
  }
}
