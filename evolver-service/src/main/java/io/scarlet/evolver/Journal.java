package io.scarlet.evolver;

import io.scarlet.log.JournalKey;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The facts of all searches of one partition in the order of their folding: the only state that is
 * kept. Everything else is folded from it, so it can never disagree with the code.
 */
record Journal(KeyValueStore<String, byte[]> store) {

  /** Name of the store and so of its changelog topic. */
  static final String NAME = JournalKey.STORE;

  /** Adds a fact as the bytes that it arrived in. */
  void append(String searchId, int sequence, byte[] fact) {
    store.put(new JournalKey(searchId, sequence).text(), fact);
  }

  /** Hands out every fact with its search: the searches one by one, each in its order. */
  void replay(BiConsumer<String, byte[]> facts) {
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> entry = all.next();
        facts.accept(entry.key.substring(0, entry.key.lastIndexOf('/')), entry.value);
      }
    }
  }
}
