package io.scarlet.kubernetes;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who registers the schemas of a service reaches the registry as the service does. */
final class RegistryRule implements Rule {

  private static final String PREFIX = "SCARLET_REGISTRY_";

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(
            each ->
                each.containers()
                    .filter(container -> "schemas".equals(container.get("name")))
                    .flatMap(schemas -> faults(manifests, each, settings(manifests, schemas))));
  }

  private static Stream<String> faults(
      Manifests manifests, Manifest owner, Map<String, Object> expected) {
    return owner
        .containers()
        .filter(container -> !settings(manifests, container).equals(expected))
        .map(
            container ->
                "%s: schemas are registered by %s, and %s has %s"
                    .formatted(
                        owner.title(),
                        expected,
                        container.get("name"),
                        settings(manifests, container)));
  }

  private static Map<String, Object> settings(Manifests manifests, Map<String, Object> container) {
    return Environment.of(manifests, container).variables().entrySet().stream()
        .filter(each -> each.getKey().startsWith(PREFIX))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
  }
}
