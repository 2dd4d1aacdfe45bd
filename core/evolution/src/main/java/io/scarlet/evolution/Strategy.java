package io.scarlet.evolution;

import java.util.List;

/**
 * How a search proposes: where the candidates of a generation come from, how many they are, and who
 * lives on. Each is a pure function of settings and state, so a search replays whatever its
 * strategy.
 */
public sealed interface Strategy permits Nsga2, Predictor, Aging, RandomSearch {

  /** The next candidates of a search whose open generation is empty. */
  Source source(SearchSettings settings, SearchState state);

  /**
   * Candidates a generation, where the request does not say.
   *
   * @param population survivors between two generations
   */
  int generationSize(int population);

  /**
   * Who may live on.
   *
   * @param evaluated the population so far, then the generation that is complete
   * @param population how many survive; where more may, the best do
   */
  default List<Evaluation> alive(List<Evaluation> evaluated, int population) {
    return evaluated;
  }

  /** The name in settings and tables. */
  String label();

  /** All there are, the standard one first. */
  static List<Strategy> all() {
    return List.of(new Predictor(), new Nsga2(), new Aging(), new RandomSearch());
  }
}
