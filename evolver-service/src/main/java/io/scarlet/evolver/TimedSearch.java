package io.scarlet.evolver;

import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Step;
import io.scarlet.log.Search;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A search with the times of its facts, for those who look on. They decide nothing.
 *
 * @param search what folding its journal gives
 * @param requested when it was asked for, by the clock of who asked; the epoch before
 * @param latest time of the fact that was folded last
 */
public record TimedSearch(Search search, Instant requested, Instant latest) {

  /** A search of which nothing is known yet. */
  static TimedSearch unknown() {
    return new TimedSearch(Search.unknown(), Instant.EPOCH, Instant.EPOCH);
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
        search.after(event, step), event instanceof SearchRequested ? at : requested, at);
  }

  /** The generations that are complete, in their order. */
  public List<CompletedGeneration> generations() {
    return search.generations().stream().map(CompletedGeneration::of).toList();
  }
}
