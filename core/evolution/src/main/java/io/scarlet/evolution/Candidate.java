package io.scarlet.evolution;

import io.scarlet.evolution.breeding.Origin;
import io.scarlet.space.Architecture;
import io.scarlet.space.Costs;
import java.util.List;
import java.util.Optional;

/**
 * An architecture that wants a score.
 *
 * @param id its name and place
 * @param architecture in the space's canonical form
 * @param parents none to two
 * @param origin how the architecture came to be
 * @param costs of the derived network
 * @param checkpoint the weights to score it with; empty where a table has the scores
 * @param rescored whether it is its only parent once more, to be scored with newer weights
 */
public record Candidate(
    CandidateId id,
    Architecture architecture,
    List<CandidateId> parents,
    Origin origin,
    Costs costs,
    Optional<Checkpoint> checkpoint,
    boolean rescored) {

  public Candidate {
    parents = List.copyOf(parents);
  }

  /** The same architecture for other weights. */
  Candidate rescored(CandidateId place, Optional<Checkpoint> newer) {
    return new Candidate(place, architecture, List.of(id), origin, costs, newer, true);
  }

  /** SHA-256 of the weights to score it with; empty where there are none. */
  public String checkpointSha256() {
    return checkpoint.map(Checkpoint::sha256).orElse("");
  }
}
