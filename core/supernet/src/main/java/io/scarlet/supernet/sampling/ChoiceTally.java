package io.scarlet.supernet.sampling;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** How often each choice of each layer was trained. */
public final class ChoiceTally {

  private final long[][] counts;

  /** Nothing trained yet. */
  public ChoiceTally(SearchSpace space) {
    counts =
        space.layers().stream()
            .map(layer -> new long[layer.choices().size()])
            .toArray(long[][]::new);
  }

  /** Counts the paths of one step. */
  public void add(List<Architecture> paths) {
    for (Architecture path : paths) {
      for (int layer = 0; layer < counts.length; layer++) {
        counts[layer][path.choices().get(layer)]++;
      }
    }
  }

  /** The counts of a layer's choices; layers are numbered from 1. */
  public List<Long> ofLayer(int number) {
    return LongStream.of(counts[number - 1]).boxed().toList();
  }

  /** The most by which two choices of one layer differ. */
  public long largestDifference() {
    return Arrays.stream(counts)
        .map(layer -> LongStream.of(layer).summaryStatistics())
        .mapToLong(statistics -> statistics.getMax() - statistics.getMin())
        .max()
        .orElse(0);
  }
}
