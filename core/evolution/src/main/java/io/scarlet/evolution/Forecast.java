package io.scarlet.evolution;

import io.scarlet.evolution.prediction.ChoiceRegression;
import io.scarlet.space.Architecture;
import io.scarlet.space.Costs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What networks are expected to score, by what others have scored. Errors, losses and latencies are
 * predicted by their logarithms, as choices rather multiply than add to errors and losses.
 *
 * <p>Forecasts are optimistic by as much as the regression misses its examples when they are left
 * out: so the less it knows, the more it explores.
 */
final class Forecast {

  /** Below it a value is as good as none, and its logarithm says nothing. */
  private static final double FLOOR = 1e-4;

  private final Map<Measure, Model> models = new EnumMap<>(Measure.class);

  /**
   * Of scored networks.
   *
   * @param settings of whose objectives and constraints those are predicted that are no costs
   * @param scored at least one, none of them failed
   */
  Forecast(SearchSettings settings, List<Evaluation> scored) {
    List<Architecture> networks =
        scored.stream().map(evaluation -> evaluation.candidate().architecture()).toList();
    for (Measure measure : Measure.values()) {
      if (!measure.isCost() && settings.needs(measure)) {
        double[] logarithms =
            scored.stream()
                .mapToDouble(evaluation -> badness(measure, evaluation.reading()))
                .map(badness -> StrictMath.log(Math.max(badness, FLOOR)))
                .toArray();
        models.put(
            measure,
            new Model(
                ChoiceRegression.fit(networks, logarithms),
                optimism(measure, settings.objectives())));
      }
    }
  }

  /** What to hope of a network with these costs. */
  Reading reading(Architecture network, Costs costs) {
    double error = hoped(Measure.ACCURACY, network).orElse(1.0);
    double loss = hoped(Measure.LOSS, network).orElse(0.0);
    double latency = hoped(Measure.LATENCY, network).orElse(0.0);
    return new Reading(1 - Math.min(1, error), loss, latency, costs);
  }

  private Optional<Double> hoped(Measure measure, Architecture network) {
    return Optional.ofNullable(models.get(measure)).map(model -> model.badness(network));
  }

  private static double badness(Measure measure, Reading reading) {
    return measure == Measure.ACCURACY ? 1 - reading.accuracy() : measure.of(reading);
  }

  /** Less is hoped for, but where a search wants a lower accuracy, a higher loss or latency. */
  private static int optimism(Measure measure, List<Objective> objectives) {
    Direction usual = measure == Measure.ACCURACY ? Direction.MAXIMIZE : Direction.MINIMIZE;
    return objectives.stream().allMatch(one -> one.measure() != measure || one.direction() == usual)
        ? -1
        : 1;
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
