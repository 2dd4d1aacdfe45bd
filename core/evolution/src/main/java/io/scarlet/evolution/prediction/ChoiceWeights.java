package io.scarlet.evolution.prediction;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchableLayer;
import java.util.List;

/** A weight for each choice of each layer and for each pair of choices of two layers. */
final class ChoiceWeights {

  private static final int CHOICES = SearchableLayer.MOST_CHOICES;

  private final double[][] single;
  private final double[][][] pairs;

  /** All weights are 0. */
  ChoiceWeights(int layers) {
    single = new double[layers][CHOICES];
    pairs = new double[layers][layers][];
    for (int layer = 0; layer < layers; layer++) {
      for (int later = layer + 1; later < layers; later++) {
        pairs[layer][later] = new double[CHOICES * CHOICES];
      }
    }
  }

  /** Adds to the weights of all choices and pairs that a network has. */
  void add(Architecture network, double toSingle, double toPairs) {
    List<Integer> choices = network.choices();
    for (int layer = 0; layer < choices.size(); layer++) {
      single[layer][choices.get(layer)] += toSingle;
      for (int later = layer + 1; later < choices.size(); later++) {
        pairs[layer][later][choices.get(layer) * CHOICES + choices.get(later)] += toPairs;
      }
    }
  }

  /** The sum of the weights of all choices and pairs that a network has. */
  double of(Architecture network) {
    List<Integer> choices = network.choices();
    double sum = 0;
    for (int layer = 0; layer < choices.size(); layer++) {
      sum += single[layer][choices.get(layer)];
      for (int later = layer + 1; later < choices.size(); later++) {
        sum += pairs[layer][later][choices.get(layer) * CHOICES + choices.get(later)];
      }
    }
    return sum;
  }
}
