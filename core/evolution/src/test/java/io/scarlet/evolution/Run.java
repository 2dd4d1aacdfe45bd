package io.scarlet.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A search that is driven to its end, with all facts and decisions written down. */
final class Run {

  final List<Fact> facts = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();
  final List<Candidate> waiting = new ArrayList<>();
  SearchState state = SearchState.initial();

  /** Scores every candidate; the pick chooses which of the waiting is next. */
  static Run of(
      SearchSettings settings,
      Function<Candidate, Fact.Scored> evaluator,
      ToIntFunction<List<Candidate>> pick) {
    Run run = new Run();
    run.fold(new Fact.Requested(settings));
    while (!run.waiting.isEmpty()) {
      run.fold(evaluator.apply(run.waiting.remove(pick.applyAsInt(run.waiting))));
    }
    return run;
  }

  /** The same with the table, first come first served. */
  static Run of(SearchSettings settings) {
    return of(settings, Searches::measured, waiting -> 0);
  }

  Step fold(Fact fact) {
    facts.add(fact);
    Step step = Step.fold(state, fact);
    state = step.state();
    decisions.addAll(step.decisions());
    for (Decision decision : step.decisions()) {
      if (decision instanceof Decision.Propose(Candidate candidate)) {
        waiting.add(candidate);
      }
    }
    return step;
  }

  List<Candidate> proposed() {
    return decisions.stream()
        .filter(Decision.Propose.class::isInstance)
        .map(decision -> ((Decision.Propose) decision).candidate())
        .toList();
  }

  List<Decision.CompleteGeneration> generations() {
    return decisions.stream()
        .filter(Decision.CompleteGeneration.class::isInstance)
        .map(Decision.CompleteGeneration.class::cast)
        .toList();
  }

  Decision.CompleteGeneration last() {
    return generations().getLast();
  }
}
