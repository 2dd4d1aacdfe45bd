package io.scarlet.evolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generation whose candidates are being scored.
 *
 * @param number from 0
 * @param candidates proposed so far, one a slot
 * @param outcomes by slot, in no order
 */
public record OpenGeneration(
    int number, List<Candidate> candidates, Map<Integer, Outcome> outcomes) {

  public OpenGeneration {
    candidates = List.copyOf(candidates);
    outcomes = Map.copyOf(outcomes);
  }

  static OpenGeneration empty(int number) {
    return new OpenGeneration(number, List.of(), Map.of());
  }

  OpenGeneration with(Candidate candidate) {
    List<Candidate> more = new ArrayList<>(candidates);
    more.add(candidate);
    return new OpenGeneration(number, more, outcomes);
  }

  OpenGeneration with(int slot, Outcome outcome) {
    Map<Integer, Outcome> more = new HashMap<>(outcomes);
    more.put(slot, outcome);
    return new OpenGeneration(number, candidates, more);
  }

  Optional<Candidate> candidate(String id) {
    return CandidateId.parse(id)
        .filter(place -> place.generation() == number && place.slot() < candidates.size())
        .map(place -> candidates.get(place.slot()))
        .filter(candidate -> candidate.id().toString().equals(id));
  }

  /** Whether every proposed candidate has its outcome. */
  boolean complete() {
    return !candidates.isEmpty() && outcomes.size() == candidates.size();
  }

  /** Candidates with an outcome, in slot order whatever the order of their arrival. */
  List<Evaluation> evaluations() {
    return candidates.stream()
        .filter(candidate -> outcomes.containsKey(candidate.id().slot()))
        .map(candidate -> new Evaluation(candidate, outcomes.get(candidate.id().slot())))
        .toList();
  }
}
