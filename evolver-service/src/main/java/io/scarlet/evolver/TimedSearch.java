package io.scarlet.evolver;

import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Step;
import io.scarlet.log.Search;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A search with the times of its facts and the course that it took, for those who look on. Neither
 * decides anything.
 *
 * @param search what folding its journal gives
 * @param requested when it was asked for, by the clock of who asked; the epoch before
 * @param latest time of the fact that was folded last
 * @param generations that are complete, in their order
 */
public record TimedSearch(
    Search search, Instant requested, Instant latest, List<CompletedGeneration> generations) {

  public TimedSearch {
    generations = List.copyOf(generations);
  }

  /** A search of which nothing is known yet. */
  static TimedSearch unknown() {
    return new TimedSearch(Search.unknown(), Instant.EPOCH, Instant.EPOCH, List.of());
  }

  /**
   * The search after a fact that counted.
   *
   * @param event that states the fact
   * @param step its folding into the state of this search
   * @param time of its record, milliseconds since 1970
   */
  TimedSearch after(SpecificRecord event, Step step, long time) {
    Instant at = Instant.ofEpochMilli(time);
    return new TimedSearch(
        search.after(event, step),
        event instanceof SearchRequested ? at : requested,
        at,
        with(step.decisions()));
  }

  private List<CompletedGeneration> with(List<Decision> decisions) {
    List<CompletedGeneration> more = new ArrayList<>(generations);
    for (Decision decision : decisions) {
      if (decision instanceof Decision.CompleteGeneration completed) {
        more.add(CompletedGeneration.of(completed));
      }
    }
    return more;
  }
}
