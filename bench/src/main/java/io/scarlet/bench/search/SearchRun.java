package io.scarlet.bench.search;

import io.scarlet.evolution.Mode;
import io.scarlet.evolution.Strategy;
import io.scarlet.space.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Every strategy on one problem, over some seeds. */
public final class SearchRun {

  private static final List<Integer> MARKS = List.of(100, 200, 400);

  private SearchRun() {}

  /**
   * Runs them.
   *
   * @param problem by its name
   * @param mode when they propose
   * @param seeds how many, from 0
   * @param line gets a line of JSON for each strategy and number of evaluations, as it is known
   * @return a table of all
   */
  public static String all(String problem, Mode mode, int seeds, Consumer<String> line) {
    Problem known = Problems.named(problem);
    List<Standing> standings = new ArrayList<>();
    for (Strategy strategy : Strategy.all()) {
      List<Standing> more = standings(known, strategy, mode, seeds);
      more.forEach(standing -> line.accept(standing.json()));
      standings.addAll(more);
    }
    return Standing.table(standings);
  }

  /** A search with fewer evaluations is the beginning of one with more. */
  static List<Standing> standings(Problem problem, Strategy strategy, Mode mode, int seeds) {
    List<List<Architecture>> searches =
        LongStream.range(0, seeds)
            .mapToObj(seed -> new Trial(problem, strategy, mode, seed, MARKS.getLast()).found())
            .toList();
    return MARKS.stream()
        .map(
            mark ->
                new Standing(
                    problem.name(),
                    strategy.label(),
                    mark,
                    searches.stream().map(found -> problem.share(found.subList(0, mark))).toList()))
        .toList();
  }
}
