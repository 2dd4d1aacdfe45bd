package io.scarlet.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Something that somebody gets wrong in an object.
 *
 * @param kind of the object
 * @param name of the object
 * @param path to what changes, dots between its steps; numbers are places in lists
 * @param edit of the map that has the last step, by the last step
 */
record Change(String kind, String name, String path, BiConsumer<Map<String, Object>, String> edit) {

  /** A value is another, or is there and was not. */
  static Change set(String kind, String name, String path, Object value) {
    return new Change(kind, name, path, (map, key) -> map.put(key, value));
  }

  /** A value is gone. */
  static Change remove(String kind, String name, String path) {
    return new Change(kind, name, path, Map::remove);
  }

  void apply(Manifests manifests) {
    String[] steps = path.split("\\.");
    Object found = manifests.find(kind, name).orElseThrow().content();
    for (String step : List.of(steps).subList(0, steps.length - 1)) {
      found =
          found instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : Manifest.mapIn(found).get(step);
    }
    edit.accept(Manifest.mapIn(found), steps[steps.length - 1]);
  }

  @Override
  public String toString() {
    return "%s %s: %s".formatted(kind, name, path);
  }
}
