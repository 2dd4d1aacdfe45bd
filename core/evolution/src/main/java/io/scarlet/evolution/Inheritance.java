package io.scarlet.evolution;

import java.util.List;
import java.util.Optional;

/**
 * How a fork comes by its parent's generations: it announces them as they were, and goes on from
 * what they left, valued by its own objectives.
 */
final class Inheritance {

  private final SearchSettings settings;
  private final SearchState state;

  Inheritance(SearchSettings settings, SearchState state) {
    this.settings = settings;
    this.state = state;
  }

  /**
   * The parent's generation that is next; empty once all are there. With the last of them the fork
   * may be at its end already, by its own limits.
   */
  Optional<Decision.CompleteGeneration> next() {
    List<Decision.CompleteGeneration> past = settings.past().generations();
    int number = state.generation().number();
    if (number >= past.size()) {
      return Optional.empty();
    }
    Decision.CompleteGeneration next = past.get(number);
    return Optional.of(number < past.size() - 1 ? next : next.ending(end(next)));
  }

  private Optional<EndReason> end(Decision.CompleteGeneration last) {
    SearchState then = state.with(Standing.of(last));
    return new Ending(settings, then).reason(last.hypervolume());
  }

  /**
   * The state after a generation. Behind the last one of the parent, population and front are
   * chosen anew, for the fork may want something else; where it wants the same, nothing changes.
   */
  static SearchState after(SearchState state, Decision.CompleteGeneration completed) {
    SearchState after = state.with(completed);
    SearchSettings settings = state.settings().orElseThrow();
    boolean takenOver = completed.generation() == settings.past().generations().size() - 1;
    return takenOver ? new Inheritance(settings, after).valued() : after;
  }

  private SearchState valued() {
    Appraisal appraisal = new Appraisal(settings);
    Selection selection = new Selection(settings, appraisal);
    List<Evaluation> front = selection.front(List.of(), state.archive().comparable());
    double hypervolume = appraisal.hypervolume(front);
    boolean asBefore =
        front.equals(state.archive().front())
            && state.archive().hypervolumes().getLast() == hypervolume
            && state.population().size() <= settings.population();
    if (asBefore) {
      return state;
    }
    return new SearchState(
        state.settings(),
        state.weights(),
        state.control(),
        state.controlReason(),
        state.generation(),
        selection.survivors(state.population().stream().map(Member::evaluation), List.of()),
        state.archive().valued(front, hypervolume),
        state.end());
  }
}
