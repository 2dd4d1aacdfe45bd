package io.scarlet.evolver.rest;

import io.scarlet.events.TrainingProgressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was reported of a training, thinned out where that is much: at most {@value #MOST} reports,
 * of which the last is always one.
 *
 * @param reports by ascending step
 */
record TrainingCurve(List<TrainingProgressed> reports) {

  private static final int MOST = 1024;

  static final TrainingCurve EMPTY = new TrainingCurve(List.of());

  TrainingCurve {
    reports = List.copyOf(reports);
  }

  /** The curve with a further report. A training that went back to a checkpoint goes on there. */
  TrainingCurve with(TrainingProgressed report) {
    List<TrainingProgressed> before =
        reports.stream().takeWhile(each -> each.getStep() < report.getStep()).toList();
    List<TrainingProgressed> more = new ArrayList<>(before.size() < MOST ? before : halved(before));
    more.add(report);
    return new TrainingCurve(more);
  }

  /** The last report; empty before the first. */
  Optional<TrainingProgressed> latest() {
    return reports.isEmpty() ? Optional.empty() : Optional.of(reports.getLast());
  }

  private static List<TrainingProgressed> halved(List<TrainingProgressed> many) {
    return IntStream.range(0, many.size())
        .filter(index -> index % 2 == 0)
        .mapToObj(many::get)
        .toList();
  }
}
