package io.scarlet.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a container gets as environment variables, as far as the manifests tell: not what lies in
 * secrets that it gets as a whole.
 *
 * @param variables by name: the value, or the source of it as a map
 */
record Environment(Map<String, Object> variables) {

  static Environment of(Manifests manifests, Map<String, Object> container) {
    Map<String, Object> variables = new LinkedHashMap<>();
    Manifest.mapsIn(container.get("envFrom")).stream()
        .flatMap(
            source -> Optional.ofNullable(Manifest.at(source, "configMapRef", "name")).stream())
        .flatMap(name -> manifests.find("ConfigMap", String.valueOf(name)).stream())
        .forEach(map -> variables.putAll(map.map("data")));
    Manifest.mapsIn(container.get("env"))
        .forEach(
            each ->
                variables.put(
                    String.valueOf(each.get("name")),
                    each.getOrDefault("value", each.getOrDefault("valueFrom", ""))));
    return new Environment(variables);
  }

  /** A value that is written in the manifests. */
  Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::valueOf);
  }

  /** Whether a variable comes from a secret. */
  boolean isSecret(String name) {
    return Manifest.mapIn(variables.get(name)).containsKey("secretKeyRef");
  }
}
