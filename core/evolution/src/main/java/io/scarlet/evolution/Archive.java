package io.scarlet.evolution;

import io.scarlet.space.Architecture;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What completed generations leave behind.
 *
 * @param known every genotype that was evaluated
 * @param evaluations how many were
 * @param failures how many of them failed
 * @param front the feasible ones that no other dominates, best in the first objective first
 */
public record Archive(
    Set<Architecture> known, int evaluations, int failures, List<Evaluation> front) {

  static final Archive EMPTY = new Archive(Set.of(), 0, 0, List.of());

  public Archive {
    known = Collections.unmodifiableSet(known);
    front = List.copyOf(front);
  }

  /** The archive with a further generation; copied once a generation, not once a score. */
  Archive with(Decision.CompleteGeneration completed) {
    Set<Architecture> more = new HashSet<>(known);
    completed.evaluated().forEach(member -> more.add(member.candidate().architecture()));
    return new Archive(
        more,
        completed.evaluations(),
        completed.failures(),
        completed.front().stream().map(Member::evaluation).toList());
  }
}
