package io.scarlet.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One object as YAML has it: maps, lists, texts, numbers, truths.
 *
 * @param content may be changed, by tests that break it
 */
record Manifest(Map<String, Object> content) {

  String kind() {
    return text("kind");
  }

  String name() {
    return text("metadata", "name");
  }

  /** As people call it. */
  String title() {
    return kind() + " " + name();
  }

  /** The text at a path, empty where there is nothing. */
  String text(String... path) {
    Object found = at(content, path);
    return found == null ? "" : String.valueOf(found);
  }

  /** The map at a path, empty where there is none. */
  Map<String, Object> map(String... path) {
    return mapIn(at(content, path));
  }

  /** The maps of the list at a path. */
  List<Map<String, Object>> maps(String... path) {
    return mapsIn(at(content, path));
  }

  /** Specifications of the pods that it makes: one or none. */
  Stream<Map<String, Object>> pods() {
    return Stream.of(map("spec", "template", "spec"))
        .filter(spec -> spec.containsKey("containers"));
  }

  /** All containers of its pods, the first ones included. */
  Stream<Map<String, Object>> containers() {
    return pods()
        .flatMap(
            pod ->
                Stream.concat(
                    mapsIn(pod.get("initContainers")).stream(),
                    mapsIn(pod.get("containers")).stream()));
  }

  /** Labels of its pods. */
  Map<String, Object> podLabels() {
    return map("spec", "template", "metadata", "labels");
  }

  /** A map that is there, or none. */
  @SuppressWarnings("unchecked") // YAML has texts for keys
  static Map<String, Object> mapIn(Object found) {
    return found instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The maps in a list that is there. */
  static List<Map<String, Object>> mapsIn(Object found) {
    return found instanceof List<?> list ? list.stream().map(Manifest::mapIn).toList() : List.of();
  }

  /** What lies at a path below a map; null where nothing does. */
  static Object at(Map<String, Object> content, String... path) {
    Object found = content;
    for (String step : path) {
      found = mapIn(found).get(step);
    }
    return found;
  }
}
