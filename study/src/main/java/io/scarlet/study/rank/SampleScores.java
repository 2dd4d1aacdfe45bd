package io.scarlet.study.rank;

import io.scarlet.space.Architecture;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of a sample, made in one way.
 *
 * @param recalibrationBatches the way to score
 * @param networks the sample
 * @param truth accuracy of each after training by itself, 0 to 1
 * @param bySeed accuracy of each by every supernet, 0 to 1, supernets in their order
 */
public record SampleScores(
    int recalibrationBatches,
    List<Architecture> networks,
    List<Double> truth,
    Map<Long, List<Double>> bySeed) {

  public SampleScores {
    networks = List.copyOf(networks);
    truth = List.copyOf(truth);
    bySeed = Collections.unmodifiableMap(new LinkedHashMap<>(bySeed));
  }
}
