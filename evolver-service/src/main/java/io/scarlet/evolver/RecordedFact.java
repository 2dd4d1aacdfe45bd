package io.scarlet.evolver;

import io.scarlet.events.CandidateProposed;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.Remembered;
import io.scarlet.evolution.Step;
import io.scarlet.log.CandidateReader;
import io.scarlet.log.FactReader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * A fact of the journal, with the candidates that it led to.
 *
 * @param searchId of its search
 * @param event that states it
 * @param time of its record, milliseconds since 1970
 * @param candidates by their place among the decisions
 */
record RecordedFact(
    String searchId,
    SpecificRecord event,
    long time,
    SortedMap<Integer, CandidateProposed> candidates) {

  /**
   * The search after the fact.
   *
   * @throws IllegalStateException where it does not follow from what was before
   */
  TimedSearch after(TimedSearch before) {
    Fact fact = FactReader.fact(event);
    Step step = Step.again(before.search().state(), fact, remembered(fact, before));
    if (step.rejection().isPresent()) {
      throw new IllegalStateException(
          "the journal of %s no longer folds: %s"
              .formatted(searchId, step.rejection().get().detail()));
    }
    return before.after(event, step, time);
  }

  private Remembered remembered(Fact fact, TimedSearch before) {
    if (candidates.isEmpty()) {
      return Remembered.NOTHING;
    }
    CandidateReader reader = CandidateReader.behind(fact, before.search().state());
    SortedMap<Integer, Candidate> read = new TreeMap<>();
    candidates.forEach((place, proposed) -> read.put(place, reader.candidate(proposed)));
    return new Remembered(read);
  }
}
