package io.scarlet.evolution;

import io.scarlet.evolution.ranking.Hypervolume;
import io.scarlet.evolution.ranking.Merit;
import io.scarlet.evolution.ranking.Place;
import io.scarlet.evolution.ranking.Ranking;
import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closes a generation: who survives, and what the search has found so far. */
final class Completion {

  private final SearchSettings settings;

  Completion(SearchSettings settings) {
    this.settings = settings;
  }

  Decision.CompleteGeneration complete(SearchState state, Optional<EndReason> end) {
    List<Evaluation> evaluated = state.generation().evaluations();
    List<Member> population = survivors(state.population(), evaluated);
    Map<CandidateId, Member> placed = new HashMap<>();
    population.forEach(member -> placed.put(member.candidate().id(), member));
    List<Evaluation> front = front(state.archive().front(), evaluated);
    return new Decision.CompleteGeneration(
        state.generation().number(),
        members(evaluated, placed),
        population,
        members(front, placed),
        state.archive().evaluations() + evaluated.size(),
        state.archive().failures() + (int) evaluated.stream().filter(Evaluation::failed).count(),
        hypervolume(front),
        end);
  }

  /** Environmental selection: the best of parents and offspring together. */
  private List<Member> survivors(List<Member> parents, List<Evaluation> offspring) {
    List<Evaluation> all = new ArrayList<>(parents.stream().map(Member::evaluation).toList());
    all.addAll(offspring);
    List<Place> places = Ranking.bestFirst(all.stream().map(this::merit).toList());
    return places.stream()
        .limit(settings.population())
        .map(place -> new Member(all.get(place.index()), place.rank(), place.crowding()))
        .toList();
  }

  /** What is feasible and undominated among the front so far and the new evaluations. */
  private List<Evaluation> front(List<Evaluation> known, List<Evaluation> evaluated) {
    List<Evaluation> front = new ArrayList<>(known);
    for (Evaluation evaluation : evaluated) {
      Merit merit = merit(evaluation);
      if (merit.feasible() && front.stream().noneMatch(kept -> merit(kept).dominates(merit))) {
        front.removeIf(kept -> merit.dominates(merit(kept)));
        front.add(evaluation);
      }
    }
    front.sort(byObjectives());
    return front;
  }

  private Comparator<Evaluation> byObjectives() {
    Comparator<Evaluation> order =
        Comparator.comparingDouble(evaluation -> -merit(evaluation).gains().getFirst());
    for (int i = 1; i < settings.objectives().size(); i++) {
      int objective = i;
      order = order.thenComparingDouble(evaluation -> -merit(evaluation).gains().get(objective));
    }
    return order
        .thenComparingInt(evaluation -> evaluation.candidate().id().generation())
        .thenComparingInt(evaluation -> evaluation.candidate().id().slot());
  }

  private double hypervolume(List<Evaluation> front) {
    Costs cheapest = CostModel.cheapest(settings.space());
    Costs dearest = CostModel.dearest(settings.space());
    return Hypervolume.of(
        front.stream()
            .map(
                evaluation ->
                    settings.objectives().stream()
                        .map(
                            objective ->
                                objective.share(
                                    evaluation.accuracy(),
                                    evaluation.candidate().costs(),
                                    cheapest,
                                    dearest))
                        .toList())
            .toList());
  }

  private Merit merit(Evaluation evaluation) {
    Costs costs = evaluation.candidate().costs();
    double violation =
        evaluation.failed()
            ? Double.POSITIVE_INFINITY
            : settings.constraints().stream()
                .mapToDouble(constraint -> constraint.violation(costs))
                .sum();
    return new Merit(
        settings.objectives().stream()
            .map(objective -> objective.gain(evaluation.accuracy(), costs))
            .toList(),
        violation);
  }

  private static List<Member> members(
      List<Evaluation> evaluations, Map<CandidateId, Member> placed) {
    return evaluations.stream()
        .map(
            evaluation ->
                placed.getOrDefault(evaluation.candidate().id(), Member.outside(evaluation)))
        .toList();
  }
}
