package io.scarlet.evolver;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The searches of this instance, for those who look on. Written by the stream threads, read by
 * others; it decides nothing.
 */
public class SearchBoard {

  private final Map<String, TimedSearch> searches = new ConcurrentHashMap<>();
  private final Set<String> deleted = ConcurrentHashMap.newKeySet();

  /** Empty. */
  public SearchBoard() {}

  void show(String searchId, TimedSearch search) {
    searches.put(searchId, search);
  }

  /** Shows a search no more, but knows that there was one. */
  void delete(String searchId) {
    searches.remove(searchId);
    deleted.add(searchId);
  }

  void remove(Collection<String> searchIds) {
    searches.keySet().removeAll(searchIds);
  }

  /** Whether there was a search of this id, which somebody deleted. */
  public boolean isDeleted(String searchId) {
    return deleted.contains(searchId);
  }

  /** Requested searches by id. */
  public Map<String, TimedSearch> all() {
    Map<String, TimedSearch> requested = new TreeMap<>(searches);
    requested.values().removeIf(shown -> shown.search().request().isEmpty());
    return requested;
  }

  /** A requested search. */
  public Optional<TimedSearch> find(String searchId) {
    return Optional.ofNullable(searches.get(searchId))
        .filter(shown -> shown.search().request().isPresent());
  }
}
