package io.scarlet.bench.search;

import io.scarlet.evolution.breeding.Enumeration;
import io.scarlet.space.Architecture;
import io.scarlet.space.Choice;
import io.scarlet.space.CostModel;
import io.scarlet.space.CostTable;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Networks whose errors are made up: the logarithm of the error is a sum of what each choice takes
 * away, what each pair of choices adds or takes away, and a part of each network's own that no
 * model can learn. Dearer choices take more away, with falling returns and with luck.
 */
final class Synthetic {

  private static final double FIRST_ERROR = 0.5;
  private static final double RETURN_OF_COSTS = 0.35;
  private static final double LUCK_OF_CHOICES = 0.08;
  private static final double LUCK_OF_PAIRS = 0.03;
  private static final double LUCK_OF_NETWORKS = 0.03;
  private static final double PERCENT = 100;
  private static final Scale SCALE = new Scale(60, 95, 0);

  private final SearchSpace space;
  private final long seed;
  private final double[][] choices;
  private final double[][][][] pairs;
  private final CostTable costs;

  private Synthetic(SearchSpace space, long seed) {
    this.space = space;
    this.seed = seed;
    this.costs = new CostTable(space);
    SplittableRandom random = new SplittableRandom(seed);
    int layers = space.layers().size();
    this.choices = new double[layers][];
    this.pairs = new double[layers][layers][][];
    for (int layer = 0; layer < layers; layer++) {
      choices[layer] = drawn(space.layers().get(layer), random);
      for (int later = layer + 1; later < layers; later++) {
        pairs[layer][later] =
            drawn(count(space, layer), count(space, later), LUCK_OF_PAIRS, random);
      }
    }
  }

  static Problem drawn(String name, SearchSpace space, long seed) {
    Synthetic networks = new Synthetic(space, seed);
    Scale scale =
        new Scale(SCALE.leastAccuracy(), SCALE.mostAccuracy(), CostModel.dearest(space).macs());
    return Problem.of(name, space, scale, networks::figures, new Enumeration(space).all());
  }

  private Figures figures(Architecture network) {
    double logarithm = Math.log(FIRST_ERROR) + luck(network);
    List<Integer> chosen = network.choices();
    for (int layer = 0; layer < chosen.size(); layer++) {
      logarithm += choices[layer][chosen.get(layer)];
      for (int later = layer + 1; later < chosen.size(); later++) {
        logarithm += pairs[layer][later][chosen.get(layer)][chosen.get(later)];
      }
    }
    return new Figures(PERCENT * (1 - Math.min(1, Math.exp(logarithm))), costs.of(network).macs());
  }

  private double luck(Architecture network) {
    long own = 0;
    for (int layer = 0; layer < network.choices().size(); layer++) {
      own = own * count(space, layer) + network.choices().get(layer);
    }
    return LUCK_OF_NETWORKS * new SplittableRandom(seed ^ (own << 16)).nextGaussian();
  }

  private static double[] drawn(SearchableLayer layer, SplittableRandom random) {
    double dearest = layer.choices().stream().mapToDouble(Synthetic::macs).max().orElseThrow();
    return layer.choices().stream()
        .mapToDouble(
            choice ->
                LUCK_OF_CHOICES * random.nextGaussian()
                    - RETURN_OF_COSTS * Math.sqrt(macs(choice) / dearest))
        .toArray();
  }

  private static double macs(Choice choice) {
    return CostModel.of(choice).macs();
  }

  private static double[][] drawn(int rows, int columns, double spread, SplittableRandom random) {
    double[][] drawn = new double[rows][columns];
    for (double[] row : drawn) {
      for (int column = 0; column < columns; column++) {
        row[column] = spread * random.nextGaussian();
      }
    }
    return drawn;
  }

  private static int count(SearchSpace space, int layer) {
    return space.layers().get(layer).choices().size();
  }
}
