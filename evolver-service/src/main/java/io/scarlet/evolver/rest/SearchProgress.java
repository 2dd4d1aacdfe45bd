package io.scarlet.evolver.rest;

import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.TrainingProgressed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What services say of a search besides its facts. It decides nothing.
 *
 * @param reports how many there were so far
 * @param curve of its training
 * @param failures what services could not go on with, in the order of the log
 * @param failed the last of them, where no training was reported since
 * @param models of its finalists, by candidate
 */
record SearchProgress(
    int reports,
    TrainingCurve curve,
    List<SearchFailed> failures,
    Optional<SearchFailed> failed,
    Map<String, ModelProgress> models) {

  static final SearchProgress NONE =
      new SearchProgress(0, TrainingCurve.EMPTY, List.of(), Optional.empty(), Map.of());

  SearchProgress {
    failures = List.copyOf(failures);
    models = Map.copyOf(models);
  }

  SearchProgress with(TrainingProgressed report) {
    return new SearchProgress(reports + 1, curve.with(report), failures, Optional.empty(), models);
  }

  SearchProgress with(SearchFailed failure) {
    List<SearchFailed> more = new ArrayList<>(failures);
    more.add(failure);
    return new SearchProgress(reports + 1, curve, more, Optional.of(failure), models);
  }

  SearchProgress with(ModelProgressed report) {
    return with(report.getCandidateId(), model(report.getCandidateId()).with(report));
  }

  SearchProgress with(ModelTrained result) {
    return with(result.getCandidateId(), model(result.getCandidateId()).with(result));
  }

  /** What is known of the model of a candidate. */
  ModelProgress model(String candidateId) {
    return models.getOrDefault(candidateId, ModelProgress.NONE);
  }

  private SearchProgress with(String candidateId, ModelProgress model) {
    Map<String, ModelProgress> changed = new HashMap<>(models);
    changed.put(candidateId, model);
    return new SearchProgress(reports + 1, curve, failures, failed, changed);
  }
}
