package io.scarlet.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every environment variable is a setting of the program that gets it. */
final class EnvironmentRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(
            each ->
                each.containers()
                    .flatMap(
                        container ->
                            names(manifests, container)
                                .filter(name -> !isSetting(container, name))
                                .map(
                                    name ->
                                        "%s: %s is no setting of container %s"
                                            .formatted(
                                                each.title(), name, container.get("name")))));
  }

  private static boolean isSetting(Map<String, Object> container, String name) {
    return Program.named(String.valueOf(container.get("name"))).settings().contains(name);
  }

  private static Stream<String> names(Manifests manifests, Map<String, Object> container) {
    return Stream.concat(
        Manifest.mapsIn(container.get("env")).stream()
            .map(variable -> String.valueOf(variable.get("name"))),
        Manifest.mapsIn(container.get("envFrom")).stream()
            .map(source -> Manifest.at(source, "configMapRef", "name"))
            .flatMap(name -> Optional.ofNullable(name).stream())
            .flatMap(name -> manifests.find("ConfigMap", String.valueOf(name)).stream())
            .flatMap(map -> map.map("data").keySet().stream()));
  }
}
