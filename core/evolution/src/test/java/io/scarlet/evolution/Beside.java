package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Draws;
import io.scarlet.evolution.breeding.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A search beside the training of its weights: which checkpoint or score comes next is left to
 * chance.
 */
final class Beside {

  private Beside() {}

  /** A search of NAS-Bench-Macro by weights. */
  static SearchSettings settings(Strategy strategy, Adoption adoption, long seed, int budget) {
    return Changed.of(Searches.macro(strategy, seed, budget, 10))
        .needsCheckpoint()
        .adoption(adoption)
        .candidatesAGeneration(6)
        .settings();
  }

  /** Runs it to the end of both. */
  static Run run(SearchSettings settings, int checkpoints, Random order) {
    List<Checkpoint> training = new ArrayList<>(training(checkpoints));
    List<Fact> first = List.of(new Fact.Requested(settings));
    Run run = new Run();
    if (order.nextBoolean()) {
      run.fold(new Fact.CheckpointPublished(training.removeFirst()));
    }
    first.forEach(run::fold);
    while (!training.isEmpty() || (!run.waiting.isEmpty() && run.state.end().isEmpty())) {
      if (run.waiting.isEmpty() || (!training.isEmpty() && order.nextInt(25) == 0)) {
        run.fold(new Fact.CheckpointPublished(training.removeFirst()));
      } else {
        run.fold(scored(run.waiting.remove(order.nextInt(run.waiting.size()))));
      }
    }
    return run;
  }

  /** What is published, in its order. */
  static List<Checkpoint> training(int checkpoints) {
    return IntStream.rangeClosed(1, checkpoints)
        .mapToObj(number -> Searches.weights(100L * number, number == checkpoints))
        .toList();
  }

  /** The measured accuracy, less the less the weights are trained, and each time with luck. */
  static Fact.Scored scored(Candidate candidate) {
    long step = candidate.checkpoint().orElseThrow().step();
    double measured =
        Searches.TABLE.find(candidate.architecture()).orElseThrow().meanAccuracy() / 100;
    double luck =
        Draws.at(candidate.architecture().code().hashCode(), Purpose.SEEDING, (int) step, 0)
            .fraction();
    return candidate.architecture().code().hashCode() % 11 == 3
        ? Searches.failed(candidate)
        : Searches.scored(candidate, measured * step / (step + 100.0) + 0.02 * luck);
  }
}
