package io.scarlet.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One fact folded into a search, with all that follows from it.
 *
 * @param state after the fact and its decisions
 * @param decisions in order, applied to the state already
 * @param rejection why the fact changed nothing; empty where it counted
 */
public record Step(SearchState state, List<Decision> decisions, Optional<Rejection> rejection) {

  public Step {
    decisions = List.copyOf(decisions);
  }

  /** Folds a fact into a state. */
  public static Step fold(SearchState state, Fact fact) {
    return again(state, fact, Remembered.NOTHING);
  }

  /** Folds a fact into a state with the candidates that it led to when it was folded first. */
  public static Step again(SearchState state, Fact fact, Remembered remembered) {
    Optional<Rejection> rejection = Decider.rejection(state, fact);
    if (rejection.isPresent()) {
      return new Step(state, List.of(), rejection);
    }
    SearchState after = Decider.apply(state, fact);
    List<Decision> decisions = new ArrayList<>();
    List<Decision> next = Decider.decide(after, breeding(remembered, 0));
    while (!next.isEmpty()) {
      for (Decision decision : next) {
        after = Decider.apply(after, decision);
      }
      decisions.addAll(next);
      next = Decider.decide(after, breeding(remembered, decisions.size()));
    }
    return new Step(after, decisions, Optional.empty());
  }

  /**
   * Whether there is work for nobody until this can be read: it proposes all that waits for a
   * score.
   */
  public boolean isAwaited() {
    long proposed = decisions.stream().filter(Decision.Propose.class::isInstance).count();
    return proposed > 0 && proposed == state.outstanding();
  }

  private static Breeding breeding(Remembered remembered, int decisions) {
    return bred -> remembered.behind(decisions).orElseGet(bred);
  }
}
