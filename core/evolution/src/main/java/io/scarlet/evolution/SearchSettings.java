package io.scarlet.evolution;

import io.scarlet.space.SearchSpace;
import java.util.List;

/**
 * Everything that decides a search.
 *
 * @param searchId its name in all events
 * @param seed all randomness is a function of it
 * @param space the networks to choose from
 * @param needsCheckpoint whether candidates are scored with trained weights, for which the search
 *     waits; false where a table has the scores
 * @param adoption which checkpoints of the training it scores with; the last with a table
 * @param limits when it ends by itself
 * @param mode when it proposes
 * @param strategy how it proposes
 * @param candidatesAGeneration 0 takes what suits the strategy
 * @param population survivors between two generations, at least 2
 * @param crossoverProbability share of offspring with two parents, 0 to 1
 * @param mutationProbability for each layer to take another choice, 0 to 1; 0 means one layer in
 *     expectation
 * @param objectives at least one, none twice
 * @param constraints all must hold
 * @param finalists networks of the final front to train by themselves, at most; 0 for none
 * @param past what it shares with the search that it is a fork of
 */
public record SearchSettings(
    String searchId,
    long seed,
    SearchSpace space,
    boolean needsCheckpoint,
    Adoption adoption,
    Limits limits,
    Mode mode,
    Strategy strategy,
    int candidatesAGeneration,
    int population,
    double crossoverProbability,
    double mutationProbability,
    List<Objective> objectives,
    List<Constraint> constraints,
    int finalists,
    Past past) {

  public SearchSettings {
    objectives = List.copyOf(objectives);
    constraints = List.copyOf(constraints);
    check(!searchId.isBlank(), "a search needs an id");
    check(
        candidatesAGeneration >= 0,
        "a generation has 0 (what suits) or more candidates, got " + candidatesAGeneration);
    check(population >= 2, "a population has at least 2 candidates, got " + population);
    probability("crossoverProbability", crossoverProbability);
    probability("mutationProbability", mutationProbability);
    check(finalists >= 0, "finalists are 0 (none) or more, got " + finalists);
    check(!objectives.isEmpty(), "a search needs an objective, accuracy for instance");
    check(
        objectives.stream().map(Objective::measure).distinct().count() == objectives.size(),
        "an objective is named twice");
    check(
        needsCheckpoint || !wants(objectives, Measure.LOSS),
        "a table of measured networks knows no loss: make accuracy the objective");
    check(
        needsCheckpoint || !needs(objectives, constraints, Measure.LATENCY),
        "a table of measured networks knows no latency: make macs the objective or the constraint");
    boolean renews = !(adoption instanceof Adoption.Last);
    check(
        needsCheckpoint || !renews,
        "a table of measured networks has no checkpoints: make LAST the adoption");
    check(
        mode == Mode.GENERATIONAL || !renews,
        "a steady state has no generation that newer weights could begin with: make LAST the"
            + " adoption, or GENERATIONAL the mode");
    if (!past.isNone()) {
      checkFork(needsCheckpoint, limits, objectives, constraints, past);
    }
  }

  /** Candidates a generation, with 0 resolved. */
  public int generationSize() {
    return candidatesAGeneration > 0 ? candidatesAGeneration : strategy.generationSize(population);
  }

  /** Survivors that there must be before they breed: two, where generations have so many. */
  int parents() {
    return Math.min(2, generationSize());
  }

  /** Whether an evaluation keeps all constraints; one that failed keeps none. */
  public boolean allow(Evaluation evaluation) {
    return violation(evaluation) == 0;
  }

  /** By how much an evaluation breaks the constraints; infinitely where it failed. */
  double violation(Evaluation evaluation) {
    return evaluation.failed() ? Double.POSITIVE_INFINITY : violation(evaluation.reading());
  }

  /** By how much a network breaks the constraints, 0 where it keeps all. */
  double violation(Reading reading) {
    return constraints.stream().mapToDouble(constraint -> constraint.violation(reading)).sum();
  }

  /** Whether a measure is an objective. */
  boolean wants(Measure measure) {
    return wants(objectives, measure);
  }

  /** Whether a measure is an objective, or bounded by a constraint. */
  public boolean needs(Measure measure) {
    return needs(objectives, constraints, measure);
  }

  private static boolean needs(
      List<Objective> objectives, List<Constraint> constraints, Measure measure) {
    return wants(objectives, measure)
        || constraints.stream().anyMatch(constraint -> constraint.measure() == measure);
  }

  private static boolean wants(List<Objective> objectives, Measure measure) {
    return objectives.stream().anyMatch(objective -> objective.measure() == measure);
  }

  /** The probability for each layer, with 0 resolved. */
  public double mutationRate() {
    return mutationProbability > 0 ? mutationProbability : 1.0 / space.layers().size();
  }

  private static void checkFork(
      boolean needsCheckpoint,
      Limits limits,
      List<Objective> objectives,
      List<Constraint> constraints,
      Past past) {
    check(
        past.trained() || !needsCheckpoint,
        "a fork shares the weights of its parent, whose training is not complete yet");
    check(
        limits.evaluations() > past.evaluations(),
        "the parent evaluated %d candidates up to there, and the fork may evaluate %d in all: raise evolution.evaluations"
            .formatted(past.evaluations(), limits.evaluations()));
    check(
        limits.generations() == 0 || limits.generations() > past.generations().size(),
        "the fork shares %d generations and may have %d in all: raise evolution.generations"
            .formatted(past.generations().size(), limits.generations()));
    check(
        !(wants(objectives, Measure.LOSS) && past.lacks(Outcome.Score::loss)),
        "the parent's scores have no loss, so it cannot be an objective of the fork");
    check(
        !(needs(objectives, constraints, Measure.LATENCY) && past.lacks(Outcome.Score::latency)),
        "the parent's scores have no latency, so it can be neither objective nor constraint of the"
            + " fork: set evaluation.latency.runs in the search that it leaves");
  }

  private static void probability(String name, double value) {
    check(value >= 0 && value <= 1, name + " lies in 0 to 1, got " + value);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
