package io.scarlet.evolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The generation whose candidates are being scored.
 *
 * @param number from 0
 * @param waiting for their outcomes, in the order of their proposal
 * @param evaluated those with an outcome, in the order of its folding
 */
public record OpenGeneration(int number, List<Candidate> waiting, List<Evaluation> evaluated) {

  public OpenGeneration {
    waiting = List.copyOf(waiting);
    evaluated = List.copyOf(evaluated);
  }

  static OpenGeneration empty(int number) {
    return new OpenGeneration(number, List.of(), List.of());
  }

  /** The one after it: what still waits for an outcome goes on waiting. */
  OpenGeneration next() {
    return new OpenGeneration(number + 1, waiting, List.of());
  }

  OpenGeneration with(Candidate candidate) {
    List<Candidate> more = new ArrayList<>(waiting);
    more.add(candidate);
    return new OpenGeneration(number, more, evaluated);
  }

  OpenGeneration with(Evaluation outcome) {
    List<Candidate> fewer = new ArrayList<>(waiting);
    fewer.remove(outcome.candidate());
    List<Evaluation> more = new ArrayList<>(evaluated);
    more.add(outcome);
    return new OpenGeneration(number, fewer, more);
  }

  /** The candidate of this name that has no outcome yet. */
  Optional<Candidate> waiting(String id) {
    return CandidateId.parse(id)
        .flatMap(
            place -> waiting.stream().filter(candidate -> candidate.id().equals(place)).findAny());
  }

  /** Whether nothing was proposed yet. */
  boolean isEmpty() {
    return waiting.isEmpty() && evaluated.isEmpty();
  }

  /** Whether every proposed candidate has its outcome. */
  boolean complete() {
    return waiting.isEmpty() && !evaluated.isEmpty();
  }

  /** Whether it scores the survivors of the one before with newer weights. */
  boolean rescoring() {
    return candidates().findFirst().map(Candidate::rescored).orElse(false);
  }

  /** The weights that its candidates are scored with; empty with a table or without candidates. */
  Optional<Checkpoint> checkpoint() {
    return candidates().findFirst().flatMap(Candidate::checkpoint);
  }

  /** Candidates with an outcome, in slot order whatever the order of their arrival. */
  List<Evaluation> bySlot() {
    return evaluated.stream()
        .sorted(Comparator.comparingInt(evaluation -> evaluation.candidate().id().slot()))
        .toList();
  }

  private Stream<Candidate> candidates() {
    return Stream.concat(evaluated.stream().map(Evaluation::candidate), waiting.stream());
  }
}
