package io.scarlet.evolver;

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

  boolean contains(String searchId) {
    return store.get(searchId) != null;
  }
}
