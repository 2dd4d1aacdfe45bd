package io.scarlet.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The candidates that a fact led to when it was folded first. To breed them takes by far the most
 * time of a search, and other code may breed others; what was proposed once stays proposed.
 *
 * @param candidates by their place among the decisions that followed from the fact, from 0
 */
public record Remembered(SortedMap<Integer, Candidate> candidates) {

  /** Nothing: all candidates are bred. */
  public static final Remembered NOTHING = new Remembered(Collections.emptySortedMap());

  public Remembered {
    candidates = Collections.unmodifiableSortedMap(new TreeMap<>(candidates));
  }

  /** What was proposed behind so many decisions; empty where it must be bred. */
  Optional<List<Decision.Propose>> behind(int decisions) {
    List<Decision.Propose> proposals = new ArrayList<>();
    while (candidates.containsKey(decisions + proposals.size())) {
      proposals.add(new Decision.Propose(candidates.get(decisions + proposals.size())));
    }
    return Optional.of(proposals).filter(some -> !some.isEmpty());
  }
}
