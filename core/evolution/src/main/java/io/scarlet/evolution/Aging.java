package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Breeder;
import io.scarlet.evolution.breeding.Draws;
import io.scarlet.evolution.breeding.Offspring;
import io.scarlet.evolution.breeding.Purpose;
import io.scarlet.evolution.ranking.Chebyshev;
import io.scarlet.evolution.ranking.Merit;
import io.scarlet.space.Architecture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Regularised evolution (Real, Aggarwal, Huang, Le 2019): a child is a mutant of the best of a
 * sample, and the oldest die whatever they are worth.
 *
 * <p>It knows one objective; several become one for each child by a Chebyshev scalarisation whose
 * weights are drawn evenly (Knowles 2006, ParEGO), on gains scaled by the population's extent. Of
 * networks that break a constraint, the one that breaks it least is best.
 */
public record Aging() implements Strategy {

  /** Children a generation: few, so that the next ones know of them. */
  private static final int CHILDREN = 16;

  /** Share of the population that a parent is the best of. */
  private static final int SAMPLES_A_POPULATION = 4;

  private static final Comparator<Evaluation> BY_AGE =
      Comparator.comparingInt((Evaluation one) -> one.candidate().id().generation())
          .thenComparingInt(one -> one.candidate().id().slot());

  @Override
  public String label() {
    return "aging";
  }

  @Override
  public Source source(SearchSettings settings, SearchState state) {
    if (state.archive().comparable().size() < settings.population()) {
      return new RandomSearch().source(settings, state);
    }
    return new Children(settings, state);
  }

  @Override
  public int generationSize(int population) {
    return Math.min(CHILDREN, population);
  }

  @Override
  public List<Evaluation> alive(List<Evaluation> evaluated, int population) {
    List<Evaluation> byAge = evaluated.stream().sorted(BY_AGE).toList();
    return byAge.subList(Math.max(0, byAge.size() - population), byAge.size());
  }

  private record Children(SearchSettings settings, SearchState state) implements Source {

    @Override
    public Optional<Offspring> next(int slot, Predicate<Architecture> fresh) {
      Breeder mutation = new Breeder(settings.space(), 0, settings.mutationRate());
      Draws draws = Draws.at(settings.seed(), Purpose.BREEDING, state.generation().number(), slot);
      Chebyshev worth = Chebyshev.drawn(settings.objectives().size(), draws::fraction);
      List<Integer> sample = sample(state.population().size(), draws);
      Appraisal appraisal = new Appraisal(settings);
      List<Merit> merits =
          sample.stream()
              .map(index -> appraisal.merit(state.population().get(index).evaluation()))
              .toList();
      int parent = sample.get(worth.best(merits));
      return mutation
          .breed(List.of(state.parents().get(parent)), draws, fresh)
          .map(child -> new Offspring(child.architecture(), List.of(parent), child.origin()));
    }

    /** Drawn with repetition, as the members are many. */
    private static List<Integer> sample(int population, Draws draws) {
      int size = Math.max(2, population / SAMPLES_A_POPULATION);
      return IntStream.range(0, size).mapToObj(_ -> draws.below(population)).toList();
    }
  }
}
