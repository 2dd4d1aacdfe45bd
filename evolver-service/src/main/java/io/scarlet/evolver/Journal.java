package io.scarlet.evolver;

import io.scarlet.log.JournalKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * The facts of all searches of one partition in the order of their folding, each with the
 * candidates that it led to: the only state that is kept. Everything else is folded from it.
 *
 * <p>Candidates could be bred again, but that takes most of the time of a search, and code that
 * breeds others would no longer know those that wait for their scores.
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
     * @param candidates that it led to, by their place among the decisions
     */
    void take(String searchId, byte[] fact, long time, SortedMap<Integer, byte[]> candidates);
  }

  /** Adds a fact as the bytes that it arrived in, with the time of its record. */
  void append(String searchId, int sequence, byte[] fact, long time) {
    store.put(new JournalKey(searchId, sequence).text(), ValueAndTimestamp.make(fact, time));
  }

  /**
   * Adds a candidate that a fact led to.
   *
   * @param sequence number of the fact
   * @param place among the decisions that followed from it, from 0
   * @param candidate the bytes that it goes out in
   */
  void append(String searchId, int sequence, int place, byte[] candidate, long time) {
    store.put(
        new JournalKey(searchId, sequence).candidate(place),
        ValueAndTimestamp.make(candidate, time));
  }

  /**
   * Hands out every fact with its search, those of a search in their order. Entries of other
   * searches may lie between them: an id may be any text.
   */
  void replay(Reader facts) {
    Map<String, Fact> open = new LinkedHashMap<>();
    try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, ValueAndTimestamp<byte[]>> entry = all.next();
        Optional<JournalKey> key = JournalKey.parse(entry.key);
        if (key.isPresent()) {
          Fact next = new Fact(key.get(), entry.value, new TreeMap<>());
          Optional.ofNullable(open.put(key.get().searchId(), next))
              .ifPresent(last -> last.handTo(facts));
        } else {
          JournalKey behind = JournalKey.behind(entry.key);
          Optional.ofNullable(open.get(behind.searchId()))
              .orElseThrow(() -> new IllegalStateException(entry.key + " has no fact before it"))
              .candidates()
              .put(JournalKey.place(entry.key), entry.value.value());
        }
      }
    }
    open.values().forEach(last -> last.handTo(facts));
  }

  /** A fact until the next of its search begins. */
  private record Fact(
      JournalKey key, ValueAndTimestamp<byte[]> value, SortedMap<Integer, byte[]> candidates) {

    void handTo(Reader facts) {
      facts.take(key.searchId(), value.value(), value.timestamp(), candidates);
    }
  }
}
