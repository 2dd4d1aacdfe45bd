package io.scarlet.evolution;

import java.util.List;
import java.util.Optional;

/** Whether a search ends with the generation that is complete. */
final class Ending {

  private final SearchSettings settings;
  private final SearchState state;

  /** Of a search that stands as it does with that generation. */
  Ending(SearchSettings settings, SearchState state) {
    this.settings = settings;
    this.state = state;
  }

  /**
   * Why it ends.
   *
   * @param hypervolume of the front
   * @return empty where it goes on
   */
  Optional<EndReason> reason(double hypervolume) {
    Limits limits = settings.limits();
    Opening opening = new Opening(settings, state);
    if (state.archive().evaluations() >= limits.evaluations()) {
      return Optional.of(EndReason.BUDGET_SPENT);
    }
    if (state.generation().waiting().isEmpty() && opening.exhausted() && !opening.renewable()) {
      return Optional.of(EndReason.SPACE_EXHAUSTED);
    }
    if (limits.generations() > 0 && state.generation().number() + 1 >= limits.generations()) {
      return Optional.of(EndReason.GENERATIONS_DONE);
    }
    return stalled(hypervolume) ? Optional.of(EndReason.STALLED) : Optional.empty();
  }

  private boolean stalled(double hypervolume) {
    int over = settings.limits().stallGenerations();
    List<Double> before = state.archive().hypervolumes();
    return over > 0
        && before.size() >= over
        && hypervolume - before.get(before.size() - over) < settings.limits().stallGain();
  }
}
