package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Offspring;
import io.scarlet.evolution.ranking.GreedyChoice;
import io.scarlet.space.Architecture;
import io.scarlet.space.CostTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * NSGA-II whose offspring are chosen by a prediction. From a {@link Pool} of networks that nobody
 * has scored, each slot takes the one whose {@link Forecast} adds most to the hypervolume of the
 * front. The forecast is made anew from all scores for each generation, so it is a function of the
 * state, and generations are small. What waits for its score is in the front by its forecast. A
 * slot for which no network promises anything is bred.
 */
public record Predictor() implements Strategy {

  /** Few, so that the next ones know of them; enough for some evaluators to share. */
  private static final int CANDIDATES = 16;

  /** Scores that a forecast is made of, the newest: more would cost seconds. */
  private static final int MOST_EXAMPLES = 1_000;

  @Override
  public String label() {
    return "predictor";
  }

  @Override
  public Source source(SearchSettings settings, SearchState state) {
    List<Evaluation> scored =
        state.archive().comparable().stream().filter(evaluation -> !evaluation.failed()).toList();
    Source bred = new Nsga2().source(settings, state);
    return scored.isEmpty()
        ? bred
        : new Chosen(
            settings,
            state,
            scored.subList(Math.max(0, scored.size() - MOST_EXAMPLES), scored.size()),
            bred);
  }

  @Override
  public int generationSize(int population) {
    return Math.min(CANDIDATES, population);
  }

  /** A network of the pool with what to hope of it. */
  private record Promise(Offspring offspring, Reading reading) {}

  /** Picks from the pool while there is something to gain, then breeds. */
  private static final class Chosen implements Source {

    private final List<Offspring> pool;
    private final GreedyChoice choice;
    private final Source bred;

    Chosen(SearchSettings settings, SearchState state, List<Evaluation> scored, Source bred) {
      Appraisal appraisal = new Appraisal(settings);
      CostTable costs = new CostTable(settings.space());
      Forecast forecast = new Forecast(settings, scored);
      List<Promise> promises =
          Pool.of(settings, state).stream()
              .map(one -> new Promise(one, reading(forecast, one.architecture(), costs)))
              .filter(one -> settings.violation(one.reading()) == 0)
              .toList();
      this.pool = promises.stream().map(Promise::offspring).toList();
      this.choice =
          new GreedyChoice(
              Stream.concat(
                      state.archive().front().stream().map(Evaluation::reading),
                      state.generation().waiting().stream()
                          .map(one -> forecast.reading(one.architecture(), one.costs()))
                          .filter(reading -> settings.violation(reading) == 0))
                  .map(reading -> coordinates(appraisal.shares(reading)))
                  .toList(),
              promises.stream().map(one -> coordinates(appraisal.shares(one.reading()))).toList());
      this.bred = bred;
    }

    @Override
    public Optional<Offspring> next(int slot, Predicate<Architecture> fresh) {
      OptionalInt picked = choice.next();
      while (picked.isPresent()) {
        Offspring offspring = pool.get(picked.getAsInt());
        if (fresh.test(offspring.architecture())) {
          return Optional.of(offspring);
        }
        picked = choice.next();
      }
      return bred.next(slot, fresh);
    }

    private static Reading reading(Forecast forecast, Architecture network, CostTable costs) {
      return forecast.reading(network, costs.of(network));
    }

    private static double[] coordinates(List<Double> shares) {
      return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
