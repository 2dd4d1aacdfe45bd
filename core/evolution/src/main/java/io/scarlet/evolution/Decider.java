package io.scarlet.evolution;

import java.util.List;
import java.util.Optional;

/** The rules of a search as two pure functions. */
public final class Decider {

  private Decider() {}

  /** The state after an event. A fact that {@link #rejection} rejects changes nothing. */
  public static SearchState apply(SearchState state, SearchEvent event) {
    return switch (event) {
      case Fact fact -> rejection(state, fact).isPresent() ? state : accept(state, fact);
      case Decision.Propose(Candidate candidate) -> state.with(state.generation().with(candidate));
      case Decision.CompleteGeneration completed -> Inheritance.after(state, completed);
      case Decision.ChooseFinalist _ -> state;
    };
  }

  /**
   * What follows from a state, in order. Applying all of it leads to a state from which more may
   * follow; see {@link Step}.
   *
   * @param breeding where candidates come from
   * @return empty where the search waits for a fact or is complete
   */
  static List<Decision> decide(SearchState state, Breeding breeding) {
    if (state.settings().isEmpty() || state.end().isPresent()) {
      return List.of();
    }
    SearchSettings settings = state.settings().get();
    if (state.control() == Control.STOP) {
      return List.of(
          new Completion(settings, state).complete(EndReason.stopped(state.controlReason())));
    }
    Optional<Decision.CompleteGeneration> inherited = new Inheritance(settings, state).next();
    if (inherited.isPresent()) {
      return Finalists.behind(settings, inherited.get());
    }
    if (!state.running()) {
      return List.of();
    }
    return switch (settings.mode()) {
      case GENERATIONAL -> generational(settings, state, breeding);
      case STEADY_STATE -> new SteadyState(settings, state, breeding).decide();
    };
  }

  private static List<Decision> generational(
      SearchSettings settings, SearchState state, Breeding breeding) {
    if (state.generation().complete()) {
      return Finalists.behind(settings, new Completion(settings, state).complete());
    }
    return state.control() == Control.PAUSE || !state.generation().isEmpty()
        ? List.of()
        : List.copyOf(breeding.proposals(new Opening(settings, state)::proposals));
  }

  /** Why a fact changes nothing; empty for one that counts. */
  public static Optional<Rejection> rejection(SearchState state, Fact fact) {
    return Admission.rejection(state, fact);
  }

  private static SearchState accept(SearchState state, Fact fact) {
    return switch (fact) {
      case Fact.Requested(SearchSettings settings) -> state.with(settings);
      case Fact.CheckpointPublished(Checkpoint checkpoint) -> state.with(checkpoint);
      case Fact.Controlled(Control control, String why) -> state.with(control, why);
      case Fact.Scored(String id, Outcome outcome, String _) -> {
        Candidate candidate = state.generation().waiting(id).orElseThrow();
        Evaluation evaluation = new Evaluation(candidate, useful(state, outcome));
        yield state.with(state.generation().with(evaluation));
      }
    };
  }

  /** A score without what the search wants is worth as much as a failure. */
  private static Outcome useful(SearchState state, Outcome outcome) {
    SearchSettings settings = state.settings().orElseThrow();
    return switch (outcome) {
      case Outcome.Score score when settings.wants(Measure.LOSS) && score.loss().isEmpty() ->
          new Outcome.Failure("scored without a loss, which is an objective");
      case Outcome.Score score when settings.needs(Measure.LATENCY) && score.latency().isEmpty() ->
          new Outcome.Failure("scored without a latency, which is an objective or a constraint");
      case Outcome.Score _, Outcome.Failure _ -> outcome;
    };
  }
}
