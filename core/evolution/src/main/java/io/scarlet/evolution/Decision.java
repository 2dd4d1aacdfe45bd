package io.scarlet.evolution;

import java.util.List;
import java.util.Optional;

/** What follows from the facts. */
public sealed interface Decision extends SearchEvent {

  /** A candidate shall be evaluated. */
  record Propose(Candidate candidate) implements Decision {}

  /**
   * A network of the final front shall be trained from scratch by itself.
   *
   * @param member the candidate, with its score by shared weights
   * @param why one or two words for people
   * @param place in the order of their choosing, from 1
   * @param finalists how many there are
   */
  record ChooseFinalist(Member member, String why, int place, int finalists) implements Decision {}

  /**
   * Every slot of a generation has its outcome, or the search was stopped.
   *
   * @param generation from 0
   * @param evaluated its candidates that have an outcome, in the order in which they were taken in:
   *     that of their slots, or of their folding in a steady state
   * @param population the survivors, best first
   * @param front the feasible candidates so far that no other dominates, best in the first
   *     objective first
   * @param checkpoint the weights that population and front were scored with, all of them; empty
   *     with a table or before there are any
   * @param evaluations candidates evaluated so far, this generation included
   * @param failures failed evaluations so far
   * @param hypervolume of the front, as a share of the box between the space's extreme costs and
   *     accuracies of 0 and 1
   * @param end why the search is complete; empty where it goes on
   * @param finalists networks that are chosen behind it to be trained by themselves
   */
  record CompleteGeneration(
      int generation,
      List<Member> evaluated,
      List<Member> population,
      List<Member> front,
      Optional<Checkpoint> checkpoint,
      int evaluations,
      int failures,
      double hypervolume,
      Optional<EndReason> end,
      int finalists)
      implements Decision {

    public CompleteGeneration {
      evaluated = List.copyOf(evaluated);
      population = List.copyOf(population);
      front = List.copyOf(front);
    }

    /** The same with another end of the search, or none. */
    CompleteGeneration ending(Optional<EndReason> reason) {
      return with(reason, 0);
    }

    /** The same with so many finalists behind it. */
    CompleteGeneration with(int chosen) {
      return with(end, chosen);
    }

    private CompleteGeneration with(Optional<EndReason> reason, int chosen) {
      return new CompleteGeneration(
          generation,
          evaluated,
          population,
          front,
          checkpoint,
          evaluations,
          failures,
          hypervolume,
          reason,
          chosen);
    }
  }
}
