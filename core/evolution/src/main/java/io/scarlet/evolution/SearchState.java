package io.scarlet.evolution;

import io.scarlet.space.Architecture;
import java.util.List;
import java.util.Optional;

/**
 * A search after some events. Immutable; never serialised, since folding the facts again gives it
 * back.
 *
 * @param settings empty before the request
 * @param checkpoint the weights to score with; empty before they are published, which may be before
 *     the request
 * @param control what a person asked for last; {@code RESUME} where nobody did
 * @param controlReason why; may be empty
 * @param generation the one whose candidates are being scored
 * @param population the survivors of the last completed generation, best first
 * @param archive what completed generations leave behind
 * @param end why the search is complete; empty before
 */
public record SearchState(
    Optional<SearchSettings> settings,
    Optional<Checkpoint> checkpoint,
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
        Optional.empty(),
        Control.RESUME,
        "",
        OpenGeneration.empty(0),
        List.of(),
        Archive.EMPTY,
        Optional.empty());
  }

  /** Whether candidates may be proposed and scored, a pause aside. */
  public boolean running() {
    return end.isEmpty()
        && settings.isPresent()
        && (checkpoint.isPresent() || !settings.get().needsCheckpoint());
  }

  /** Candidates that are being evaluated. */
  public int outstanding() {
    return end.isPresent() ? 0 : generation.candidates().size() - generation.outcomes().size();
  }

  /** The genotypes of the population, best first. */
  List<Architecture> parents() {
    return population.stream().map(member -> member.candidate().architecture()).toList();
  }

  SearchState with(SearchSettings requested) {
    return new SearchState(
        Optional.of(requested),
        checkpoint,
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
        Optional.of(published),
        control,
        controlReason,
        generation,
        population,
        archive,
        end);
  }

  SearchState with(Control asked, String why) {
    return new SearchState(settings, checkpoint, asked, why, generation, population, archive, end);
  }

  SearchState with(OpenGeneration changed) {
    return new SearchState(
        settings, checkpoint, control, controlReason, changed, population, archive, end);
  }

  SearchState with(Decision.CompleteGeneration completed) {
    return new SearchState(
        settings,
        checkpoint,
        control,
        controlReason,
        OpenGeneration.empty(generation.number() + 1),
        completed.population(),
        archive.with(completed),
        completed.end());
  }
}
