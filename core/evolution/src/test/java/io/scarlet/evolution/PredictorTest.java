package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evolution.ranking.Hypervolume;
import io.scarlet.space.Architecture;
import io.scarlet.space.table.MeasuredNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The standard strategy on NAS-Bench-Macro, of which the true front is known. */
class PredictorTest {

  private static final int SEEDS = 5;

  @Test
  void two_hundred_evaluations_find_nearly_all_of_the_true_front() {
    double truth = hypervolume(Searches.TABLE.rows().stream().map(MeasuredNetwork::architecture));
    double[] shares =
        IntStream.range(0, SEEDS)
            .mapToObj(seed -> Run.of(Searches.macro(new Predictor(), seed, 200, 64)))
            .mapToDouble(
                run -> hypervolume(run.proposed().stream().map(Candidate::architecture)) / truth)
            .sorted()
            .toArray();

    assertThat(shares[0]).as("worst of %s", Arrays.toString(shares)).isGreaterThan(0.985);
    assertThat(shares[SEEDS / 2]).isGreaterThan(0.995);
  }

  /** Of accuracies from 80 to 94 % and up to 110 million multiply-adds. */
  private static double hypervolume(Stream<Architecture> networks) {
    return Hypervolume.of(
        networks
            .map(network -> Searches.TABLE.find(network).orElseThrow())
            .map(
                row ->
                    List.of(
                        Math.clamp((row.meanAccuracy() - 80) / 14, 0.0, 1.0),
                        1 - row.flops() / 110e6))
            .toList());
  }

  @Test
  void a_loss_guides_it_as_an_accuracy_does() {
    SearchSettings byLoss =
        Changed.of(Searches.macro(new Predictor(), 2, 150, 32))
            .needsCheckpoint()
            .objectives(Searches.LOSS, Searches.MACS)
            .settings();

    SearchSettings byChance = Changed.of(byLoss).strategy(new RandomSearch()).settings();
    assertThat(trained(byLoss)).isGreaterThan(trained(byChance) + 0.01);
  }

  private static double trained(SearchSettings settings) {
    Run run = new Run();
    run.fold(new Fact.Requested(settings));
    run.fold(new Fact.CheckpointPublished(Searches.weights(200, true)));
    while (!run.waiting.isEmpty()) {
      Candidate candidate = run.waiting.removeFirst();
      double error =
          1 - Searches.TABLE.find(candidate.architecture()).orElseThrow().meanAccuracy() / 100;
      run.fold(Searches.scored(candidate, 1 - error, 3 * error));
    }
    return run.last().hypervolume();
  }
}
