package io.scarlet.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as a person wrote it, with its place. It has no type yet: the schema gives it one. */
public sealed interface Written {

  /** Where it stands. */
  Place place();

  /** How messages show it. */
  String shown();

  /**
   * One word or text.
   *
   * @param text without quotes
   * @param quoted whether it was in quotes, so that {@code null} is a word and not nothing
   */
  record Scalar(Place place, String text, boolean quoted) implements Written {

    /** Whether nothing was written. */
    public boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    @Override
    public String shown() {
      return isNothing() ? "nothing" : "'" + text + "'";
    }
  }

  /**
   * A list.
   *
   * @param items in their order
   */
  record Sequence(Place place, List<Written> items) implements Written {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /**
   * Keys and values.
   *
   * @param entries in their order
   * @param keys where each key stands
   * @param source the text of the whole mapping, from which it could be read again
   */
  record Mapping(Place place, Map<String, Written> entries, Map<String, Place> keys, String source)
      implements Written {

    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** A mapping without entries. */
    public static Mapping empty(Place place) {
      return new Mapping(place, Map.of(), Map.of(), "");
    }

    /**
     * This mapping with one value put in, in place of what was there.
     *
     * @param path keys from here to the value, at least one
     * @throws RequestRefused where the path leads through something that has no keys
     */
    public Mapping with(List<String> path, Written value) {
      String key = path.getFirst();
      Written put = value;
      if (path.size() > 1) {
        Written inner = entries.getOrDefault(key, empty(value.place()));
        if (!(inner instanceof Mapping mapping)) {
          throw value.place().refuse("'" + key + "' is " + inner.shown() + " and has no keys");
        }
        put = mapping.with(path.subList(1, path.size()), value);
      }
      Map<String, Written> changed = new LinkedHashMap<>(entries);
      changed.put(key, put);
      Map<String, Place> places = new LinkedHashMap<>(keys);
      places.put(key, value.place());
      return new Mapping(place, changed, places, source);
    }

    /** This mapping without what stands at a key, if anything does. */
    public Mapping without(String key) {
      Map<String, Written> others = new LinkedHashMap<>(entries);
      others.remove(key);
      Map<String, Place> places = new LinkedHashMap<>(keys);
      places.remove(key);
      return new Mapping(place, others, places, source);
    }

    @Override
    public String shown() {
      return "keys and values";
    }
  }
}
