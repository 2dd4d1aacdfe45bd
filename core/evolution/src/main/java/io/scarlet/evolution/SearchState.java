package io.scarlet.evolution;

import io.scarlet.space.Architecture;
import java.util.List;
import java.util.Optional;

/**
 * A search after some events. Immutable; never serialised, since folding the facts again gives it
 * back.
 *
 * @param settings empty before the request
 * @param weights to score with; they may be published before the request
 * @param control what a person asked for last; {@code RESUME} where nobody did
 * @param controlReason why; may be empty
 * @param generation the one whose candidates are being scored
 * @param population the survivors of the last completed generation, best first
 * @param archive what completed generations leave behind
 * @param end why the search is complete; empty before
 */
public record SearchState(
    Optional<SearchSettings> settings,
    Weights weights,
    Control control,
    String controlReason,
    OpenGeneration generation,
    List<Member> population,
    Archive archive,
    Optional<EndReason> end) {

  public SearchState {
    population = List.copyOf(population);
  }

  /** Before anything happened. */
  public static SearchState initial() {
    return new SearchState(
        Optional.empty(),
        Weights.NONE,
        Control.RESUME,
        "",
        OpenGeneration.empty(0),
        List.of(),
        Archive.EMPTY,
        Optional.empty());
  }

  /**
   * Whether candidates may be proposed and scored, a pause aside: neither the request nor weights
   * are missing.
   */
  public boolean running() {
    return end.isEmpty()
        && settings.isPresent()
        && !(generation.isEmpty() && new Opening(settings.get(), this).waits());
  }

  /** Candidates that are being evaluated. */
  public int outstanding() {
    return end.isPresent() ? 0 : generation.waiting().size();
  }

  /** The genotypes of the population, best first. */
  List<Architecture> parents() {
    return population.stream().map(member -> member.candidate().architecture()).toList();
  }

  SearchState with(SearchSettings requested) {
    return new SearchState(
        Optional.of(requested),
        requested.past().isNone() ? weights : Weights.of(requested.past().published()),
        control,
        controlReason,
        generation,
        population,
        archive,
        end);
  }

  SearchState with(Checkpoint published) {
    return new SearchState(
        settings,
        weights.with(published),
        control,
        controlReason,
        generation,
        population,
        archive,
        end);
  }

  SearchState with(Control asked, String why) {
    return new SearchState(settings, weights, asked, why, generation, population, archive, end);
  }

  SearchState with(OpenGeneration changed) {
    return new SearchState(
        settings, weights, control, controlReason, changed, population, archive, end);
  }

  /**
   * With further evaluations in population and archive, but not yet out of the open generation.
   * What was scored with other weights counts no more.
   */
  SearchState with(Standing standing) {
    boolean renewed = !standing.checkpoint().equals(weights.adopted());
    return new SearchState(
        settings,
        renewed ? weights.adopting(standing.checkpoint(), generation.number()) : weights,
        control,
        controlReason,
        generation,
        standing.population(),
        (renewed ? archive.renewed() : archive).with(standing),
        end);
  }

  SearchState with(Decision.CompleteGeneration completed) {
    SearchState after = with(Standing.of(completed));
    return new SearchState(
        settings,
        after.weights,
        control,
        controlReason,
        generation.next(),
        after.population,
        after.archive.with(completed.hypervolume()),
        completed.end());
  }
}
