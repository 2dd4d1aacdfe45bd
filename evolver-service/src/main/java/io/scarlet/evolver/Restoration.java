package io.scarlet.evolver;

import io.scarlet.events.CandidateProposed;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/**
 * The searches that a journal gives back: its facts folded once more, with their candidates. One
 * thread reads; searches have nothing to do with one another, so several are folded at once.
 */
final class Restoration {

  private final EventReader reader;
  private final Set<String> deleted;
  private final Map<String, TimedSearch> searches = new ConcurrentHashMap<>();
  private final List<RecordedFact> open = new ArrayList<>();

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
    List<Future<?>> folded = new ArrayList<>();
    try (ExecutorService workers = workers()) {
      journal.replay(
          (searchId, fact, time, candidates) -> {
            if (!open.isEmpty() && !open.getFirst().searchId().equals(searchId)) {
              folded.add(fold(workers));
            }
            if (!deleted.contains(searchId)) {
              open.add(recorded(searchId, fact, time, candidates));
            }
          });
      if (!open.isEmpty()) {
        folded.add(fold(workers));
      }
      folded.forEach(Restoration::await);
    }
    return Map.copyOf(searches);
  }

  /** Where all are busy, the thread that reads folds, too: what is read does not pile up. */
  private static ExecutorService workers() {
    int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new ThreadPoolExecutor(
        others,
        others,
        0,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  private Future<?> fold(ExecutorService workers) {
    List<RecordedFact> facts = List.copyOf(open);
    open.clear();
    return workers.submit(() -> searches.put(facts.getFirst().searchId(), folded(facts)));
  }

  private static TimedSearch folded(List<RecordedFact> facts) {
    TimedSearch search = TimedSearch.unknown();
    for (RecordedFact fact : facts) {
      search = fact.after(search);
    }
    return search;
  }

  private static void await(Future<?> folding) {
    try {
      folding.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a journal is folded", hurried);
    }
  }

  private RecordedFact recorded(
      String searchId, byte[] fact, long time, SortedMap<Integer, byte[]> candidates) {
    SortedMap<Integer, CandidateProposed> proposed = new TreeMap<>();
    candidates.forEach(
        (place, candidate) -> proposed.put(place, (CandidateProposed) event(searchId, candidate)));
    return new RecordedFact(searchId, event(searchId, fact), time, proposed);
  }

  private SpecificRecord event(String searchId, byte[] recorded) {
    ReadEvent read = reader.read(Journal.NAME, recorded);
    if (read instanceof ReadEvent.Event(SpecificRecord event)) {
      return event;
    }
    throw new IllegalStateException("the journal of " + searchId + " holds " + read);
  }
}
