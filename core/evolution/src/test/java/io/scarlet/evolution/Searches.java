package io.scarlet.evolution;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.io.Presets;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.space.table.MeasuredNetworks;
import java.util.List;
import java.util.OptionalDouble;

/** Searches to test with. */
final class Searches {

  static final MeasuredNetworks TABLE =
      MeasuredNetworksCsv.bundled(MeasuredNetworksCsv.NAS_BENCH_MACRO).orElseThrow();

  static final Objective ACCURACY = new Objective(Measure.ACCURACY, Direction.MAXIMIZE);
  static final Objective LOSS = new Objective(Measure.LOSS, Direction.MINIMIZE);
  static final Objective LATENCY = new Objective(Measure.LATENCY, Direction.MINIMIZE);
  static final Objective MACS = new Objective(Measure.MACS, Direction.MINIMIZE);

  /** Nine networks. */
  static final SearchSpace TINY =
      SearchSpaceYaml.read(
          """
          name: tiny
          input: 8x8x1
          classes: 2
          activation: relu
          stem:
            - conv: {channels: 8, kernel: 3}
          choices: [e3k3, e6k3, skip]
          stages:
            - {channels: 8, layers: 2}
          tail:
            - conv: {channels: 8, kernel: 1}
            - pool
          """);

  private Searches() {}

  /** A search over the measured table. */
  static SearchSettings macro(long seed, int budget, int population) {
    return settings(Presets.preset("nas-bench-macro"), seed, budget, population);
  }

  /** The same with another strategy. */
  static SearchSettings macro(Strategy strategy, long seed, int budget, int population) {
    return Changed.of(macro(seed, budget, population)).strategy(strategy).settings();
  }

  /** A search by NSGA-II. */
  static SearchSettings settings(SearchSpace space, long seed, int budget, int population) {
    return new SearchSettings(
        "s1",
        seed,
        space,
        false,
        new Adoption.Last(),
        Limits.evaluations(budget),
        Mode.GENERATIONAL,
        new Nsga2(),
        0,
        population,
        0.9,
        0,
        List.of(ACCURACY, MACS),
        List.of(),
        0,
        Past.NONE);
  }

  /** A search of nine networks that waits for weights. */
  static SearchSettings supernet(int budget, int population) {
    return Changed.of(settings(TINY, 1, budget, population))
        .needsCheckpoint()
        .objectives(ACCURACY)
        .settings();
  }

  /** What a training publishes after a step. */
  static Checkpoint weights(long step, boolean last) {
    return new Checkpoint(step, last, "file:///weights-" + step, "sha-" + step, 10);
  }

  /** What the table knows about a candidate. */
  static Fact.Scored measured(Candidate candidate) {
    double percent = TABLE.find(candidate.architecture()).orElseThrow().meanAccuracy();
    return scored(candidate, percent / 100);
  }

  static Fact.Scored scored(Candidate candidate, double accuracy) {
    return new Fact.Scored(
        candidate.id().toString(), score(accuracy), candidate.checkpointSha256());
  }

  static Fact.Scored scored(Candidate candidate, double accuracy, double loss) {
    return new Fact.Scored(
        candidate.id().toString(),
        new Outcome.Score(accuracy, OptionalDouble.of(loss)),
        candidate.checkpointSha256());
  }

  /** What the table knows about a candidate, and a latency that was once measured. */
  static Fact.Scored timed(Candidate candidate, double milliseconds) {
    double percent = TABLE.find(candidate.architecture()).orElseThrow().meanAccuracy();
    return new Fact.Scored(
        candidate.id().toString(),
        new Outcome.Score(percent / 100, OptionalDouble.empty(), OptionalDouble.of(milliseconds)),
        candidate.checkpointSha256());
  }

  /** A score without a loss. */
  static Outcome score(double accuracy) {
    return new Outcome.Score(accuracy, OptionalDouble.empty());
  }

  /** The same, but some fail. */
  static Fact.Scored flaky(Candidate candidate) {
    return candidate.id().slot() % 5 == 3 ? failed(candidate) : measured(candidate);
  }

  static Fact.Scored failed(Candidate candidate) {
    return new Fact.Scored(
        candidate.id().toString(),
        new Outcome.Failure("out of memory"),
        candidate.checkpointSha256());
  }
}
