package io.scarlet.evolution;

import io.scarlet.evolution.ranking.Merit;
import io.scarlet.evolution.ranking.Place;
import io.scarlet.evolution.ranking.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who survives, and which networks no other beats. */
final class Selection {

  private final SearchSettings settings;
  private final Appraisal appraisal;

  Selection(SearchSettings settings, Appraisal appraisal) {
    this.settings = settings;
    this.appraisal = appraisal;
  }

  /**
   * With the outcomes of the open generation. Scores of different weights are never compared: a
   * generation that scores the survivors anew takes the place of all before it, and where it was
   * stopped half-way, it takes the place of nothing.
   */
  Standing of(SearchState state) {
    OpenGeneration open = state.generation();
    List<Evaluation> evaluated =
        settings.mode() == Mode.GENERATIONAL ? open.bySlot() : open.evaluated();
    if (!open.rescoring()) {
      return new Standing(
          evaluated,
          survivors(state.population().stream().map(Member::evaluation), evaluated),
          front(state.archive().front(), evaluated),
          open.checkpoint().or(() -> state.weights().adopted()));
    }
    return open.complete()
        ? new Standing(
            evaluated,
            survivors(Stream.empty(), evaluated),
            front(List.of(), evaluated),
            open.checkpoint())
        : new Standing(
            evaluated, state.population(), state.archive().front(), state.weights().adopted());
  }

  /** Environmental selection: of those that may live on, the best do. */
  List<Member> survivors(Stream<Evaluation> parents, List<Evaluation> offspring) {
    List<Evaluation> alive =
        settings
            .strategy()
            .alive(Stream.concat(parents, offspring.stream()).toList(), settings.population());
    List<Place> places = Ranking.bestFirst(alive.stream().map(appraisal::merit).toList());
    return places.stream()
        .limit(settings.population())
        .map(place -> new Member(alive.get(place.index()), place.rank(), place.crowding()))
        .toList();
  }

  /** What is feasible and undominated among the front so far and the new evaluations. */
  List<Evaluation> front(List<Evaluation> known, List<Evaluation> evaluated) {
    List<Rated> front = new ArrayList<>(known.stream().map(this::rated).toList());
    for (Evaluation evaluation : evaluated) {
      Rated one = rated(evaluation);
      if (one.merit().feasible()
          && front.stream().noneMatch(kept -> kept.merit().dominates(one.merit()))) {
        front.removeIf(kept -> one.merit().dominates(kept.merit()));
        front.add(one);
      }
    }
    return front.stream().sorted(byObjectives()).map(Rated::evaluation).toList();
  }

  private Rated rated(Evaluation evaluation) {
    return new Rated(evaluation, appraisal.merit(evaluation));
  }

  private Comparator<Rated> byObjectives() {
    Comparator<Rated> order = Comparator.comparingDouble(one -> -one.gain(0));
    for (int i = 1; i < settings.objectives().size(); i++) {
      int objective = i;
      order = order.thenComparingDouble(one -> -one.gain(objective));
    }
    return order
        .thenComparingInt(one -> one.evaluation().candidate().id().generation())
        .thenComparingInt(one -> one.evaluation().candidate().id().slot());
  }

  /** An evaluation with what it is worth, worked out once for many comparisons. */
  private record Rated(Evaluation evaluation, Merit merit) {

    double gain(int objective) {
      return merit.gains().get(objective);
    }
  }
}
