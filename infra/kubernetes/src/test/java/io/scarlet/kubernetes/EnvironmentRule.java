package io.scarlet.kubernetes;

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
                            Environment.of(manifests, container).variables().keySet().stream()
                                .filter(name -> !Program.of(container).settings().contains(name))
                                .map(
                                    name ->
                                        "%s: %s is no setting of container %s"
                                            .formatted(
                                                each.title(), name, container.get("name")))));
  }
}
