package io.scarlet.evolution;

import java.util.List;

/** Settings with some of them changed. */
final class Changed {

  private final SearchSettings given;
  private String searchId;
  private long seed;
  private boolean needsCheckpoint;
  private Adoption adoption;
  private Mode mode;
  private Limits limits;
  private Strategy strategy;
  private int candidatesAGeneration;
  private List<Objective> objectives;
  private List<Constraint> constraints;
  private int finalists;
  private Past past;

  private Changed(SearchSettings given) {
    this.given = given;
    this.searchId = given.searchId();
    this.seed = given.seed();
    this.needsCheckpoint = given.needsCheckpoint();
    this.adoption = given.adoption();
    this.mode = given.mode();
    this.limits = given.limits();
    this.strategy = given.strategy();
    this.candidatesAGeneration = given.candidatesAGeneration();
    this.objectives = given.objectives();
    this.constraints = given.constraints();
    this.finalists = given.finalists();
    this.past = given.past();
  }

  static Changed of(SearchSettings given) {
    return new Changed(given);
  }

  Changed seed(long changed) {
    seed = changed;
    return this;
  }

  /** A search of another name that begins with a past. */
  Changed fork(Past shared) {
    searchId = given.searchId() + "-fork";
    past = shared;
    return this;
  }

  Changed needsCheckpoint() {
    needsCheckpoint = true;
    return this;
  }

  Changed adoption(Adoption changed) {
    adoption = changed;
    return this;
  }

  Changed mode(Mode changed) {
    mode = changed;
    return this;
  }

  Changed limits(Limits changed) {
    limits = changed;
    return this;
  }

  Changed strategy(Strategy changed) {
    strategy = changed;
    return this;
  }

  Changed candidatesAGeneration(int changed) {
    candidatesAGeneration = changed;
    return this;
  }

  Changed objectives(Objective... changed) {
    objectives = List.of(changed);
    return this;
  }

  Changed constraint(Constraint changed) {
    constraints = List.of(changed);
    return this;
  }

  Changed finalists(int changed) {
    finalists = changed;
    return this;
  }

  SearchSettings settings() {
    return new SearchSettings(
        searchId,
        seed,
        given.space(),
        needsCheckpoint,
        adoption,
        limits,
        mode,
        strategy,
        candidatesAGeneration,
        given.population(),
        given.crossoverProbability(),
        given.mutationProbability(),
        objectives,
        constraints,
        finalists,
        past);
  }
}
