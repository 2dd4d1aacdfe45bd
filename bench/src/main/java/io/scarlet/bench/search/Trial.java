package io.scarlet.bench.search;

import io.scarlet.evolution.Adoption;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Direction;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.Limits;
import io.scarlet.evolution.Measure;
import io.scarlet.evolution.Mode;
import io.scarlet.evolution.Objective;
import io.scarlet.evolution.Outcome;
import io.scarlet.evolution.Past;
import io.scarlet.evolution.SearchSettings;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolution.Step;
import io.scarlet.evolution.Strategy;
import io.scarlet.space.Architecture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One search of a problem, in memory: accuracy up, multiply-adds down, all else as a request has it
 * that says nothing.
 *
 * @param problem where to search
 * @param strategy how
 * @param mode when it proposes; in a steady state outcomes come in the order of the proposals
 * @param seed of the search
 * @param evaluations in all
 */
record Trial(Problem problem, Strategy strategy, Mode mode, long seed, int evaluations) {

  private static final int POPULATION = 64;
  private static final double CROSSOVER = 0.9;
  private static final double PERCENT = 100;

  /** What it evaluates, in its order. */
  List<Architecture> found() {
    List<Architecture> found = new ArrayList<>();
    Deque<Fact> facts = new ArrayDeque<>(List.of(new Fact.Requested(settings())));
    SearchState state = SearchState.initial();
    while (!facts.isEmpty()) {
      Step step = Step.fold(state, facts.remove());
      state = step.state();
      for (Decision decision : step.decisions()) {
        if (decision instanceof Decision.Propose(Candidate candidate)) {
          found.add(candidate.architecture());
          facts.add(scored(candidate));
        }
      }
    }
    return found;
  }

  private Fact scored(Candidate candidate) {
    double accuracy = problem.figures().apply(candidate.architecture()).accuracy() / PERCENT;
    return new Fact.Scored(
        candidate.id().toString(), new Outcome.Score(accuracy, OptionalDouble.empty()), "");
  }

  private SearchSettings settings() {
    return new SearchSettings(
        "bench",
        seed,
        problem.space(),
        false,
        new Adoption.Last(),
        Limits.evaluations(evaluations),
        mode,
        strategy,
        0,
        POPULATION,
        CROSSOVER,
        0,
        List.of(
            new Objective(Measure.ACCURACY, Direction.MAXIMIZE),
            new Objective(Measure.MACS, Direction.MINIMIZE)),
        List.of(),
        0,
        Past.NONE);
  }
}
