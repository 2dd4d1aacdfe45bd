package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was made for one picture and serves others, as the pictures of a data set have much in
 * common. The first {@value #MOST} are kept. Safe from several threads.
 *
 * @param <K> all that decides what is made
 * @param <V> what is made; safe from several threads
 */
final class Remembered<K, V> {

  private static final int MOST = 64;

  /** Makes a value. */
  interface Maker<V> {
    V make() throws IOException;
  }

  private final Map<K, V> known = new ConcurrentHashMap<>();

  /**
   * The value of a key.
   *
   * @throws IOException if it cannot be made
   */
  V get(K key, Maker<V> maker) throws IOException {
    V value = known.get(key);
    if (value == null) {
      value = maker.make();
      if (known.size() < MOST) {
        known.put(key, value);
      }
    }
    return value;
  }
}
