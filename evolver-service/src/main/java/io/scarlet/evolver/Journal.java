package io.scarlet.evolver;

import io.scarlet.log.JournalKey;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * The facts of all searches of one partition in the order of their folding: the only state that is
 * kept. Everything else is folded from it, so it can never disagree with the code.
 */
record Journal(KeyValueStore<String, ValueAndTimestamp<byte[]>> store) {

  /** Name of the store and so of its changelog topic. */
  static final String NAME = JournalKey.STORE;

  /** Takes in the facts of a journal, one by one. */
  @FunctionalInterface
  interface Reader {

    /**
     * The next fact.
     *
     * @param searchId of its search
     * @param fact the bytes that it arrived in
     * @param time of its record, milliseconds since 1970
     */
    void take(String searchId, byte[] fact, long time);
  }

  /** Adds a fact as the bytes that it arrived in, with the time of its record. */
  void append(String searchId, int sequence, byte[] fact, long time) {
    store.put(new JournalKey(searchId, sequence).text(), ValueAndTimestamp.make(fact, time));
  }

  /** Hands out every fact with its search: the searches one by one, each in its order. */
  void replay(Reader facts) {
    try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, ValueAndTimestamp<byte[]>> entry = all.next();
        facts.take(
            entry.key.substring(0, entry.key.lastIndexOf('/')),
            entry.value.value(),
            entry.value.timestamp());
      }
    }
  }
}
