package io.scarlet.evolver;

import io.scarlet.events.CandidateProposed;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.Remembered;
import io.scarlet.evolution.Step;
import io.scarlet.log.CandidateReader;
import io.scarlet.log.FactReader;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The searches that a journal gives back: its facts folded once more, with its candidates. */
final class Restoration {

  private final EventReader reader;
  private final Set<String> deleted;
  private final Map<String, TimedSearch> searches = new HashMap<>();

  /**
   * Of searches by their journal.
   *
   * @param deleted ids of searches that nobody wants any more
   */
  Restoration(EventReader reader, Set<String> deleted) {
    this.reader = reader;
    this.deleted = Set.copyOf(deleted);
  }

  /**
   * All searches of a journal by id.
   *
   * @throws IllegalStateException where an entry cannot be read, or no longer follows from those
   *     before it
   */
  Map<String, TimedSearch> of(Journal journal) {
    searches.clear();
    journal.replay(this::take);
    return Map.copyOf(searches);
  }

  private void take(
      String searchId, byte[] recorded, long time, SortedMap<Integer, byte[]> candidates) {
    if (deleted.contains(searchId)) {
      return;
    }
    SpecificRecord event = event(searchId, recorded);
    TimedSearch before = searches.getOrDefault(searchId, TimedSearch.unknown());
    Fact fact = FactReader.fact(event);
    Step step =
        Step.again(before.search().state(), fact, remembered(searchId, fact, before, candidates));
    if (step.rejection().isPresent()) {
      throw new IllegalStateException(
          "the journal of %s no longer folds: %s"
              .formatted(searchId, step.rejection().get().detail()));
    }
    searches.put(searchId, before.after(event, step, time));
  }

  private Remembered remembered(
      String searchId, Fact fact, TimedSearch before, SortedMap<Integer, byte[]> candidates) {
    if (candidates.isEmpty()) {
      return Remembered.NOTHING;
    }
    CandidateReader proposed = CandidateReader.behind(fact, before.search().state());
    SortedMap<Integer, Candidate> read = new TreeMap<>();
    candidates.forEach(
        (place, recorded) ->
            read.put(place, proposed.candidate((CandidateProposed) event(searchId, recorded))));
    return new Remembered(read);
  }

  private SpecificRecord event(String searchId, byte[] recorded) {
    ReadEvent read = reader.read(Journal.NAME, recorded);
    if (read instanceof ReadEvent.Event(SpecificRecord event)) {
      return event;
    }
    throw new IllegalStateException("the journal of " + searchId + " holds " + read);
  }
}
