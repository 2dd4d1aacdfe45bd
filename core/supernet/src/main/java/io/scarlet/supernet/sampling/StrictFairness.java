package io.scarlet.supernet.sampling;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.supernet.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * Strict fairness (FairNAS, arXiv 1907.01845): each step every layer draws a permutation of its
 * choices, and path {@code j} takes the {@code j}-th of every layer, so that each step trains every
 * choice once.
 *
 * <p>There are as many paths as the widest layer has choices. A layer with fewer goes on with a
 * fresh permutation when one is used up; within a step its choices are then trained a number of
 * times that differs by one at the most.
 */
public record StrictFairness() implements PathSampling {

  @Override
  public List<Architecture> paths(SearchSpace space, long seed, long step) {
    int paths = space.layers().stream().mapToInt(layer -> layer.choices().size()).max().orElse(1);
    Draws draws = Draws.of(seed, "strict fairness").at(step);
    List<List<Integer>> codes = new ArrayList<>();
    for (int path = 0; path < paths; path++) {
      codes.add(new ArrayList<>());
    }
    for (SearchableLayer layer : space.layers()) {
      int choices = layer.choices().size();
      Draws ofLayer = draws.at(layer.number());
      for (int round = 0; round * choices < paths; round++) {
        int[] order = ofLayer.at(round).permutation(choices);
        for (int j = 0; j < choices && round * choices + j < paths; j++) {
          codes.get(round * choices + j).add(order[j]);
        }
      }
    }
    return codes.stream().map(Architecture::new).toList();
  }
}
