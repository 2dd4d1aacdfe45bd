package io.scarlet.evolution;

import java.util.List;

/**
 * What follows in a search that proposes a candidate whenever an outcome is there: as many wait for
 * their outcomes as make a generation. A generation closes with so many outcomes, in the order of
 * their folding, and is for those who look on: the strategy knows all outcomes at any time.
 */
final class SteadyState {

  private final SearchSettings settings;
  private final SearchState state;
  private final Breeding breeding;

  SteadyState(SearchSettings settings, SearchState state, Breeding breeding) {
    this.settings = settings;
    this.state = state;
    this.breeding = breeding;
  }

  List<Decision> decide() {
    OpenGeneration open = state.generation();
    if (open.evaluated().size() >= settings.generationSize()) {
      return completion();
    }
    boolean paused = state.control() == Control.PAUSE;
    List<Decision.Propose> proposals = paused ? List.of() : proposals();
    if (!proposals.isEmpty()) {
      return List.copyOf(proposals);
    }
    return open.complete() && (!paused || spent()) ? completion() : List.of();
  }

  private List<Decision> completion() {
    return Finalists.behind(settings, new Completion(settings, state).complete());
  }

  private List<Decision.Propose> proposals() {
    if (state.generation().waiting().size() >= settings.generationSize()) {
      return List.of();
    }
    return breeding.proposals(this::bred);
  }

  private List<Decision.Propose> bred() {
    SearchState now = state.with(new Selection(settings, new Appraisal(settings)).of(state));
    return new Proposals(settings, new Opening(settings, state).checkpoint()).refill(now);
  }

  private boolean spent() {
    return state.archive().evaluations() + state.generation().evaluated().size()
        >= settings.limits().evaluations();
  }
}
