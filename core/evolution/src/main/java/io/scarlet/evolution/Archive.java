package io.scarlet.evolution;

import io.scarlet.space.Architecture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What completed generations leave behind. All but the list of all evaluations and the failures is
 * about the adopted weights alone, since scores of different weights say nothing about one another.
 *
 * @param evaluated all evaluations, in the order in which they were taken in
 * @param since index of the first of them that was made with the adopted weights
 * @param known genotypes that were evaluated with these
 * @param failures how many of all evaluations failed
 * @param front the feasible ones that no other dominates, best in the first objective first
 * @param hypervolumes one a generation
 */
public record Archive(
    List<Evaluation> evaluated,
    int since,
    Set<Architecture> known,
    int failures,
    List<Evaluation> front,
    List<Double> hypervolumes) {

  static final Archive EMPTY = new Archive(List.of(), 0, Set.of(), 0, List.of(), List.of());

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

  /** The evaluations with the adopted weights. */
  List<Evaluation> comparable() {
    return evaluated.subList(since, evaluated.size());
  }

  /** Whether a candidate has its outcome. */
  boolean holds(CandidateId id) {
    return evaluated.stream().anyMatch(evaluation -> evaluation.candidate().id().equals(id));
  }

  /** The archive for other weights: nothing of it can be compared any more. */
  Archive renewed() {
    return new Archive(evaluated, evaluated.size(), Set.of(), failures, List.of(), List.of());
  }

  /** The archive with further evaluations; copied once a generation, not once a score. */
  Archive with(Standing standing) {
    List<Evaluation> all = new ArrayList<>(evaluated);
    all.addAll(standing.evaluated());
    Set<Architecture> more = new HashSet<>(known);
    standing.evaluated().forEach(one -> more.add(one.candidate().architecture()));
    int failed = (int) standing.evaluated().stream().filter(Evaluation::failed).count();
    return new Archive(all, since, more, failures + failed, standing.front(), hypervolumes);
  }

  /** The archive by other objectives. */
  Archive valued(List<Evaluation> undominated, double hypervolume) {
    return new Archive(evaluated, since, known, failures, undominated, List.of(hypervolume));
  }

  Archive with(double hypervolume) {
    List<Double> volumes = new ArrayList<>(hypervolumes);
    volumes.add(hypervolume);
    return new Archive(evaluated, since, known, failures, front, volumes);
  }
}
