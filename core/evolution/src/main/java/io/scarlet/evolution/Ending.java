package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Enumeration;
import io.scarlet.space.Architecture;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a search ends with the generation that is complete. */
final class Ending {

  private final SearchSettings settings;
  private final SearchState state;

  Ending(SearchSettings settings, SearchState state) {
    this.settings = settings;
    this.state = state;
  }

  /**
   * Why it ends.
   *
   * @param hypervolume of the front with the complete generation
   * @return empty where it goes on
   */
  Optional<EndReason> reason(double hypervolume) {
    Limits limits = settings.limits();
    int evaluations = state.archive().evaluations() + state.generation().candidates().size();
    if (evaluations >= limits.evaluations()) {
      return Optional.of(EndReason.BUDGET_SPENT);
    }
    if (exhausted()) {
      return Optional.of(EndReason.SPACE_EXHAUSTED);
    }
    if (limits.generations() > 0 && state.generation().number() + 1 >= limits.generations()) {
      return Optional.of(EndReason.GENERATIONS_DONE);
    }
    return stalled(hypervolume) ? Optional.of(EndReason.STALLED) : Optional.empty();
  }

  private boolean exhausted() {
    Set<Architecture> last = new HashSet<>();
    state.generation().candidates().forEach(candidate -> last.add(candidate.architecture()));
    Enumeration enumeration = new Enumeration(settings.space());
    return enumeration
        .find(
            enumeration.first(),
            architecture ->
                !last.contains(architecture) && !state.archive().known().contains(architecture))
        .isEmpty();
  }

  private boolean stalled(double hypervolume) {
    int over = settings.limits().stallGenerations();
    List<Double> before = state.archive().hypervolumes();
    return over > 0
        && before.size() >= over
        && hypervolume - before.get(before.size() - over) < settings.limits().stallGain();
  }
}
