package io.scarlet.evolver;

import io.scarlet.log.Search;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The searches of this instance, for those who look on. Written by the stream threads, read by
 * others; it decides nothing.
 */
class SearchBoard {

  private final Map<String, Search> searches = new ConcurrentHashMap<>();

  void show(String searchId, Search search) {
    searches.put(searchId, search);
  }

  void remove(Collection<String> searchIds) {
    searches.keySet().removeAll(searchIds);
  }

  /** Requested searches by id. */
  Map<String, Search> all() {
    Map<String, Search> requested = new TreeMap<>(searches);
    requested.values().removeIf(search -> search.request().isEmpty());
    return requested;
  }

  Optional<Search> find(String searchId) {
    return Optional.ofNullable(all().get(searchId));
  }
}
