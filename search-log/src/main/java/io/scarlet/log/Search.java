package io.scarlet.log;

import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolution.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A search in memory: what folding its journal gives.
 *
 * @param request what was asked for; empty before
 * @param state of the decider
 * @param generations that are complete, in their order
 * @param finalists chosen behind the last generation; none before
 * @param facts how many facts its journal has
 */
public record Search(
    Optional<SearchRequested> request,
    SearchState state,
    List<Decision.CompleteGeneration> generations,
    List<Decision.ChooseFinalist> finalists,
    int facts) {

  public Search {
    generations = Collections.unmodifiableList(generations);
    finalists = List.copyOf(finalists);
  }

  /** A search of which nothing is known yet. */
  public static Search unknown() {
    return new Search(Optional.empty(), SearchState.initial(), List.of(), List.of(), 0);
  }

  /**
   * The search whose log this is, as far as it goes.
   *
   * @throws IllegalArgumentException where a fact of the log cannot be folded
   */
  public static Search of(RecordedLog log) {
    Search search = unknown();
    for (LoggedEvent logged : log.events()) {
      if (logged.fact().isPresent()) {
        Step step = Step.fold(search.state(), FactReader.fact(logged.event()));
        search = search.after(logged.event(), step);
      }
    }
    return search;
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
        with(step.decisions()),
        finalists(step.decisions()),
        facts + 1);
  }

  /** The last completed generation; empty before the first. */
  public Optional<Decision.CompleteGeneration> latest() {
    return generations.isEmpty() ? Optional.empty() : Optional.of(generations.getLast());
  }

  /** They are chosen all at once. */
  private List<Decision.ChooseFinalist> finalists(List<Decision> decisions) {
    List<Decision.ChooseFinalist> chosen =
        decisions.stream()
            .filter(Decision.ChooseFinalist.class::isInstance)
            .map(Decision.ChooseFinalist.class::cast)
            .toList();
    return chosen.isEmpty() ? finalists : chosen;
  }

  /** Copied once a generation, not once a fact. */
  private List<Decision.CompleteGeneration> with(List<Decision> decisions) {
    List<Decision.CompleteGeneration> completed =
        decisions.stream()
            .filter(Decision.CompleteGeneration.class::isInstance)
            .map(Decision.CompleteGeneration.class::cast)
            .toList();
    if (completed.isEmpty()) {
      return generations;
    }
    List<Decision.CompleteGeneration> all = new ArrayList<>(generations);
    all.addAll(completed);
    return all;
  }
}
