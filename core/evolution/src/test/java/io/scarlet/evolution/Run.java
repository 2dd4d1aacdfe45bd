package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** Folding the recorded facts anew goes on as if nothing had happened after so many of them. */
  void assertGoesOnAfter(int before) {
    SearchState recovered = SearchState.initial();
    for (Fact fact : facts.subList(0, before)) {
      recovered = Step.fold(recovered, fact).state();
    }
    List<Decision> rest = new ArrayList<>();
    for (Fact fact : facts.subList(before, facts.size())) {
      Step step = Step.fold(recovered, fact);
      recovered = step.state();
      rest.addAll(step.decisions());
    }

    assertThat(recovered).isEqualTo(state);
    assertThat(rest).isEqualTo(decisions.subList(decisions.size() - rest.size(), decisions.size()));
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
