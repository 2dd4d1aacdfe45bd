package io.scarlet.evolution;

import io.scarlet.evolution.prediction.ChoiceRegression;
import io.scarlet.space.Architecture;
import io.scarlet.space.Costs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What networks are expected to score, by what others have scored. Errors and losses are predicted
 * by their logarithms, as choices rather multiply than add to them.
 *
 * <p>Forecasts are optimistic by as much as the regression misses its examples when they are left
 * out: so the less it knows, the more it explores.
 */
final class Forecast {

  /** Below it an error or a loss is as good as none, and its logarithm says nothing. */
  private static final double FLOOR = 1e-4;

  private final Map<Measure, Model> models = new EnumMap<>(Measure.class);

  /**
   * Of scored networks.
   *
   * @param objectives of which accuracy and loss are predicted
   * @param scored at least one, none of them failed
   */
  Forecast(List<Objective> objectives, List<Evaluation> scored) {
    List<Architecture> networks =
        scored.stream().map(evaluation -> evaluation.candidate().architecture()).toList();
    for (Objective objective : objectives) {
      if (!objective.measure().isCost()) {
        double[] logarithms =
            scored.stream()
                .mapToDouble(evaluation -> badness(objective.measure(), evaluation.reading()))
                .map(badness -> StrictMath.log(Math.max(badness, FLOOR)))
                .toArray();
        models.put(
            objective.measure(),
            new Model(ChoiceRegression.fit(networks, logarithms), optimism(objective)));
      }
    }
  }

  /** What to hope of a network with these costs. */
  Reading reading(Architecture network, Costs costs) {
    double error = hoped(Measure.ACCURACY, network).orElse(1.0);
    double loss = hoped(Measure.LOSS, network).orElse(0.0);
    return new Reading(1 - Math.min(1, error), loss, costs);
  }

  private Optional<Double> hoped(Measure measure, Architecture network) {
    return Optional.ofNullable(models.get(measure)).map(model -> model.badness(network));
  }

  private static double badness(Measure measure, Reading reading) {
    return measure == Measure.ACCURACY ? 1 - reading.accuracy() : reading.loss();
  }

  /** Less error is hoped for, but where a search wants a lower accuracy or a higher loss. */
  private static int optimism(Objective objective) {
    boolean accurate = objective.measure() == Measure.ACCURACY;
    boolean more = objective.direction() == Direction.MAXIMIZE;
    return accurate == more ? -1 : 1;
  }

  /**
   * A regression of logarithms.
   *
   * @param optimism sign of the deviation that is added
   */
  private record Model(ChoiceRegression regression, int optimism) {

    double badness(Architecture network) {
      return StrictMath.exp(regression.predict(network) + optimism * regression.deviation());
    }
  }
}
