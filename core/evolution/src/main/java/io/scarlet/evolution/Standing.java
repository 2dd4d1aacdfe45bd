package io.scarlet.evolution;

import java.util.List;
import java.util.Optional;

/**
 * Where a search stands with some further evaluations.
 *
 * @param evaluated what came to the archive, in the order in which it was taken in
 * @param population the survivors, best first
 * @param front the feasible evaluations that no other dominates, best in the first objective first
 * @param checkpoint the weights that population and front were scored with; empty with a table or
 *     before there are any
 */
record Standing(
    List<Evaluation> evaluated,
    List<Member> population,
    List<Evaluation> front,
    Optional<Checkpoint> checkpoint) {

  Standing {
    evaluated = List.copyOf(evaluated);
    population = List.copyOf(population);
    front = List.copyOf(front);
  }

  /** What a complete generation says. */
  static Standing of(Decision.CompleteGeneration completed) {
    return new Standing(
        completed.evaluated().stream().map(Member::evaluation).toList(),
        completed.population(),
        completed.front().stream().map(Member::evaluation).toList(),
        completed.checkpoint());
  }
}
