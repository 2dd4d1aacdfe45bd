package io.scarlet.evolver;

import io.scarlet.events.CandidateProposed;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
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
  private final Map<String, CompletableFuture<TimedSearch>> searches = new HashMap<>();
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
    try (ExecutorService workers = workers()) {
      journal.replay(
          (searchId, fact, time, candidates) -> {
            if (!open.isEmpty() && !open.getFirst().searchId().equals(searchId)) {
              fold(workers);
            }
            if (!deleted.contains(searchId)) {
              open.add(recorded(searchId, fact, time, candidates));
            }
          });
      fold(workers);
      Map<String, TimedSearch> folded = new HashMap<>();
      searches.forEach((searchId, folding) -> folded.put(searchId, folding.join()));
      return folded;
    } catch (CompletionException failed) {
      throw new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
    }
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

  /** What was read goes to the search that it is of, behind what was read of it before. */
  private void fold(ExecutorService workers) {
    if (open.isEmpty()) {
      return;
    }
    List<RecordedFact> facts = List.copyOf(open);
    open.clear();
    searches.compute(
        facts.getFirst().searchId(),
        (_, before) ->
            Optional.ofNullable(before)
                .orElseGet(() -> CompletableFuture.completedFuture(TimedSearch.unknown()))
                .thenApplyAsync(search -> folded(search, facts), workers));
  }

  private static TimedSearch folded(TimedSearch before, List<RecordedFact> facts) {
    TimedSearch search = before;
    for (RecordedFact fact : facts) {
      search = fact.after(search);
    }
    return search;
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
