package io.scarlet.kubernetes;

import java.util.Map;
import java.util.stream.Stream;

/** Every container that stays is asked whether it started, is ready and lives, at a port it has. */
final class ProbeRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(
            each ->
                each.pods()
                    .flatMap(pod -> Manifest.mapsIn(pod.get("containers")).stream())
                    .flatMap(ProbeRule::faultsOf)
                    .map(fault -> each.title() + ": " + fault));
  }

  private static Stream<String> faultsOf(Map<String, Object> container) {
    return Stream.of("started", "ready", "live").flatMap(health -> fault(container, health));
  }

  private static Stream<String> fault(Map<String, Object> container, String health) {
    String probe =
        switch (health) {
          case "started" -> "startupProbe";
          case "ready" -> "readinessProbe";
          default -> "livenessProbe";
        };
    String path = String.valueOf(Manifest.at(container, probe, "httpGet", "path"));
    Object port = Manifest.at(container, probe, "httpGet", "port");
    if (!path.endsWith("/health/" + health)) {
      return Stream.of("%s asks %s".formatted(probe, path));
    }
    return Manifest.mapsIn(container.get("ports")).stream()
            .anyMatch(p -> p.get("name").equals(port))
        ? Stream.of()
        : Stream.of("%s asks at port %s, which there is not".formatted(probe, port));
  }
}
