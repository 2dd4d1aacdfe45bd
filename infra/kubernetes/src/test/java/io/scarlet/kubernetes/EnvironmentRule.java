package io.scarlet.kubernetes;

import java.util.stream.Stream;

/** Every environment variable is a setting of the program that gets it. */
final class EnvironmentRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.inContainers(
        (_, container) ->
            Environment.of(manifests, container).variables().keySet().stream()
                .filter(name -> !Program.of(container).settings().contains(name))
                .map(
                    name ->
                        "%s is no setting of container %s".formatted(name, container.get("name"))));
  }
}
