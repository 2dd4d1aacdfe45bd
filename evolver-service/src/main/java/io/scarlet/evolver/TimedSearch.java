package io.scarlet.evolver;

import io.scarlet.events.CandidateScored;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.ChoiceCounts;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Step;
import io.scarlet.log.Search;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A search with what its facts tell besides, for those who look on. That decides nothing.
 *
 * @param search what folding its journal gives
 * @param requested when it was asked for, by the clock of who asked; the epoch before
 * @param latest time of the fact that was folded last
 * @param workforce who scored its candidates
 * @param fairness how often choices were trained until the newest checkpoint; empty before
 */
public record TimedSearch(
    Search search,
    Instant requested,
    Instant latest,
    Workforce workforce,
    List<ChoiceCounts> fairness) {

  public TimedSearch {
    fairness = List.copyOf(fairness);
  }

  /** A search of which nothing is known yet. */
  static TimedSearch unknown() {
    return new TimedSearch(
        Search.unknown(), Instant.EPOCH, Instant.EPOCH, Workforce.NONE, List.of());
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
        event instanceof CandidateScored score ? workforce.with(score, at) : workforce,
        event instanceof CheckpointPublished published ? published.getFairness() : fairness);
  }

  /** The generations that are complete from one on, in their order. */
  public List<CompletedGeneration> generations(int from) {
    return search.generations().stream().skip(from).map(CompletedGeneration::of).toList();
  }
}
