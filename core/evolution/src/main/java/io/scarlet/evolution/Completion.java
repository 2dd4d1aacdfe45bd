package io.scarlet.evolution;

import io.scarlet.evolution.ranking.Merit;
import io.scarlet.evolution.ranking.Place;
import io.scarlet.evolution.ranking.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Closes a generation: who survives, and what the search has found so far. */
final class Completion {

  private final SearchSettings settings;
  private final Appraisal appraisal;

  Completion(SearchSettings settings) {
    this.settings = settings;
    this.appraisal = new Appraisal(settings);
  }

  /** What a generation leaves when every slot has its outcome. */
  Decision.CompleteGeneration complete(SearchState state) {
    return complete(state, new Ending(settings, state)::reason);
  }

  /** What a search leaves that ends with what is scored. */
  Decision.CompleteGeneration complete(SearchState state, EndReason end) {
    return complete(state, _ -> Optional.of(end));
  }

  private Decision.CompleteGeneration complete(
      SearchState state, DoubleFunction<Optional<EndReason>> end) {
    List<Evaluation> evaluated = state.generation().evaluations();
    List<Member> population = survivors(state.population(), evaluated);
    Map<CandidateId, Member> placed = new HashMap<>();
    population.forEach(member -> placed.put(member.candidate().id(), member));
    List<Evaluation> front = front(state.archive().front(), evaluated);
    double hypervolume = appraisal.hypervolume(front);
    return new Decision.CompleteGeneration(
        state.generation().number(),
        members(evaluated, placed),
        population,
        members(front, placed),
        state.archive().evaluations() + evaluated.size(),
        state.archive().failures() + (int) evaluated.stream().filter(Evaluation::failed).count(),
        hypervolume,
        end.apply(hypervolume));
  }

  /** Environmental selection: of those that may live on, the best do. */
  private List<Member> survivors(List<Member> parents, List<Evaluation> offspring) {
    List<Evaluation> evaluated = new ArrayList<>(parents.stream().map(Member::evaluation).toList());
    evaluated.addAll(offspring);
    List<Evaluation> alive = settings.strategy().alive(evaluated, settings.population());
    List<Place> places = Ranking.bestFirst(alive.stream().map(appraisal::merit).toList());
    return places.stream()
        .limit(settings.population())
        .map(place -> new Member(alive.get(place.index()), place.rank(), place.crowding()))
        .toList();
  }

  /** What is feasible and undominated among the front so far and the new evaluations. */
  private List<Evaluation> front(List<Evaluation> known, List<Evaluation> evaluated) {
    List<Evaluation> front = new ArrayList<>(known);
    for (Evaluation evaluation : evaluated) {
      Merit merit = appraisal.merit(evaluation);
      if (merit.feasible()
          && front.stream().noneMatch(kept -> appraisal.merit(kept).dominates(merit))) {
        front.removeIf(kept -> merit.dominates(appraisal.merit(kept)));
        front.add(evaluation);
      }
    }
    front.sort(byObjectives());
    return front;
  }

  private Comparator<Evaluation> byObjectives() {
    Comparator<Evaluation> order =
        Comparator.comparingDouble(evaluation -> -appraisal.merit(evaluation).gains().getFirst());
    for (int i = 1; i < settings.objectives().size(); i++) {
      int objective = i;
      order =
          order.thenComparingDouble(
              evaluation -> -appraisal.merit(evaluation).gains().get(objective));
    }
    return order
        .thenComparingInt(evaluation -> evaluation.candidate().id().generation())
        .thenComparingInt(evaluation -> evaluation.candidate().id().slot());
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
