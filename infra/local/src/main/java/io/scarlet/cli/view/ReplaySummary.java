package io.scarlet.cli.view;

import io.scarlet.log.replay.ReplayReport;

/** What came of a replay, for people. */
public final class ReplaySummary {

  private ReplaySummary() {}

  /** Three lines: the search, what was compared, and the verdict. */
  public static String of(ReplayReport report) {
    return "search %s%s: %d facts folded%s%n%d candidates and %d generations compared%s%n%s"
        .formatted(
            report.searchId(),
            report.complete() ? "" : ", cut off before its end",
            report.facts(),
            report.uncounted() == 0
                ? ""
                : ", %d passed over that did not count".formatted(report.uncounted()),
            report.candidates(),
            report.generations(),
            report.open() == 0
                ? ""
                : ", %d more at the cut without a counterpart".formatted(report.open()),
            report.difference().map(first -> "different: " + first).orElse("equal, byte for byte"));
  }
}
