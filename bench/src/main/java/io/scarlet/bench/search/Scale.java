package io.scarlet.bench.search;

import io.scarlet.evolution.ranking.Hypervolume;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of the objective space that counts: accuracies between two, and costs below one. Its
 * worst corner is the reference point of the hypervolume.
 *
 * @param leastAccuracy in percent; what is below counts as this
 * @param mostAccuracy in percent
 * @param mostMacs multiply-adds; what is above counts as this
 */
record Scale(double leastAccuracy, double mostAccuracy, double mostMacs) {

  /** The share of this part that networks dominate, 0 to 1. */
  double hypervolume(Stream<Figures> networks) {
    return Hypervolume.of(networks.map(this::shares).toList());
  }

  private List<Double> shares(Figures network) {
    double accuracy = (network.accuracy() - leastAccuracy) / (mostAccuracy - leastAccuracy);
    return List.of(
        Math.clamp(accuracy, 0.0, 1.0), Math.clamp(1 - network.macs() / mostMacs, 0.0, 1.0));
  }
}
