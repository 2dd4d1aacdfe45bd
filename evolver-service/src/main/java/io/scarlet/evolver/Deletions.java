package io.scarlet.evolver;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The searches of one partition that were deleted. Their facts stay in the journal, so their ids
 * stay taken and their logs replay; they are neither folded nor shown any more.
 */
record Deletions(KeyValueStore<String, byte[]> store) {

  /** Name of the store and so of its changelog topic. */
  static final String NAME = "deleted-searches";

  /**
   * Deletes a search.
   *
   * @param event as the bytes that it arrived in
   */
  void add(String searchId, byte[] event) {
    store.put(searchId, event);
  }

  /** Ids of all deleted searches. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> ids.add(entry.key));
    }
    return ids;
  }

  boolean contains(String searchId) {
    return store.get(searchId) != null;
  }
}
