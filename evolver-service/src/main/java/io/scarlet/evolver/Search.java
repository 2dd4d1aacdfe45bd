package io.scarlet.evolver;

import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolution.Step;
import java.util.List;
import java.util.Optional;

/**
 * A search in memory: what folding its journal gives.
 *
 * @param request what was asked for; empty before
 * @param state of the decider
 * @param latest the last completed generation; empty before the first
 * @param facts how many facts its journal has
 */
record Search(
    Optional<SearchRequested> request,
    SearchState state,
    Optional<Decision.CompleteGeneration> latest,
    int facts) {

  static Search unknown() {
    return new Search(Optional.empty(), SearchState.initial(), Optional.empty(), 0);
  }

  /** The search after a fact that counted. */
  Search after(Step step) {
    return new Search(
        request, step.state(), latestOf(step.decisions()).or(() -> latest), facts + 1);
  }

  Search requested(SearchRequested asked) {
    return new Search(Optional.of(asked), state, latest, facts);
  }

  private static Optional<Decision.CompleteGeneration> latestOf(List<Decision> decisions) {
    return decisions.stream()
        .filter(Decision.CompleteGeneration.class::isInstance)
        .map(Decision.CompleteGeneration.class::cast)
        .reduce((earlier, later) -> later);
  }
}
