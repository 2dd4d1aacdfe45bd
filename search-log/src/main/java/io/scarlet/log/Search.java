package io.scarlet.log;

import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolution.Step;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A search in memory: what folding its journal gives.
 *
 * @param request what was asked for; empty before
 * @param state of the decider
 * @param latest the last completed generation; empty before the first
 * @param facts how many facts its journal has
 */
public record Search(
    Optional<SearchRequested> request,
    SearchState state,
    Optional<Decision.CompleteGeneration> latest,
    int facts) {

  /** A search of which nothing is known yet. */
  public static Search unknown() {
    return new Search(Optional.empty(), SearchState.initial(), Optional.empty(), 0);
  }

  /**
   * The search after a fact that counted.
   *
   * @param event that states the fact
   * @param step its folding into the state of this search
   */
  public Search after(SpecificRecord event, Step step) {
    return new Search(
        event instanceof SearchRequested asked ? Optional.of(asked) : request,
        step.state(),
        latestOf(step.decisions()).or(() -> latest),
        facts + 1);
  }

  private static Optional<Decision.CompleteGeneration> latestOf(List<Decision> decisions) {
    return decisions.stream()
        .filter(Decision.CompleteGeneration.class::isInstance)
        .map(Decision.CompleteGeneration.class::cast)
        .reduce((earlier, later) -> later);
  }
}
