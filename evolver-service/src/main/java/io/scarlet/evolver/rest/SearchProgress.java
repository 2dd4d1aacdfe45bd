package io.scarlet.evolver.rest;

import io.scarlet.events.SearchFailed;
import io.scarlet.events.TrainingProgressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What services say of a search besides its facts. It decides nothing.
 *
 * @param training the last report of its training; empty before
 * @param failures what services could not go on with, in the order of the log
 * @param failed the last of them, where no training was reported since
 */
record SearchProgress(
    Optional<TrainingProgressed> training,
    List<SearchFailed> failures,
    Optional<SearchFailed> failed) {

  static final SearchProgress NONE =
      new SearchProgress(Optional.empty(), List.of(), Optional.empty());

  SearchProgress {
    failures = List.copyOf(failures);
  }

  SearchProgress with(TrainingProgressed report) {
    return new SearchProgress(Optional.of(report), failures, Optional.empty());
  }

  SearchProgress with(SearchFailed failure) {
    List<SearchFailed> more = new ArrayList<>(failures);
    more.add(failure);
    return new SearchProgress(training, more, Optional.of(failure));
  }
}
