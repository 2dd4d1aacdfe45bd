package io.scarlet.evolution;

import io.scarlet.space.Architecture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What completed generations leave behind.
 *
 * @param evaluated all evaluations, by generation and slot
 * @param known their genotypes
 * @param failures how many of them failed
 * @param front the feasible ones that no other dominates, best in the first objective first
 * @param hypervolumes one a generation
 */
public record Archive(
    List<Evaluation> evaluated,
    Set<Architecture> known,
    int failures,
    List<Evaluation> front,
    List<Double> hypervolumes) {

  static final Archive EMPTY = new Archive(List.of(), Set.of(), 0, List.of(), List.of());

  public Archive {
    evaluated = List.copyOf(evaluated);
    known = Collections.unmodifiableSet(known);
    front = List.copyOf(front);
    hypervolumes = List.copyOf(hypervolumes);
  }

  /** How many candidates were evaluated. */
  public int evaluations() {
    return evaluated.size();
  }

  /** The archive with a further generation; copied once a generation, not once a score. */
  Archive with(Decision.CompleteGeneration completed) {
    List<Evaluation> all = new ArrayList<>(evaluated);
    completed.evaluated().forEach(member -> all.add(member.evaluation()));
    Set<Architecture> more = new HashSet<>(known);
    completed.evaluated().forEach(member -> more.add(member.candidate().architecture()));
    List<Double> volumes = new ArrayList<>(hypervolumes);
    volumes.add(completed.hypervolume());
    return new Archive(
        all,
        more,
        completed.failures(),
        completed.front().stream().map(Member::evaluation).toList(),
        volumes);
  }
}
