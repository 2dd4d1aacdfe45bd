package io.scarlet.evolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closes a generation: who survives, and what the search has found so far. */
final class Completion {

  private final SearchSettings settings;
  private final SearchState state;
  private final Appraisal appraisal;
  private final Standing standing;
  private final SearchState after;
  private final double hypervolume;

  Completion(SearchSettings settings, SearchState state) {
    this.settings = settings;
    this.state = state;
    this.appraisal = new Appraisal(settings);
    this.standing = new Selection(settings, appraisal).of(state);
    this.after = state.with(standing);
    this.hypervolume = appraisal.hypervolume(standing.front());
  }

  /** What a generation leaves when its outcomes are there. */
  Decision.CompleteGeneration complete() {
    return complete(new Ending(settings, after).reason(hypervolume));
  }

  /** What a search leaves that ends with what is scored. */
  Decision.CompleteGeneration complete(EndReason end) {
    return complete(Optional.of(end));
  }

  private Decision.CompleteGeneration complete(Optional<EndReason> end) {
    Map<CandidateId, Member> placed = new HashMap<>();
    standing.population().forEach(member -> placed.put(member.candidate().id(), member));
    return new Decision.CompleteGeneration(
        state.generation().number(),
        members(standing.evaluated(), placed),
        standing.population(),
        members(standing.front(), placed),
        standing.checkpoint(),
        after.archive().evaluations(),
        after.archive().failures(),
        hypervolume,
        end,
        0);
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
