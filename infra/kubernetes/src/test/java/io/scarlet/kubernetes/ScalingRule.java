package io.scarlet.kubernetes;

import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.TopicCatalogue;
import java.util.Map;
import java.util.stream.Stream;

/** Evaluators are scaled by what waits for them, up to one a partition. */
final class ScalingRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests
        .of("ScaledObject")
        .flatMap(
            scaled ->
                Stream.concat(
                        target(manifests, scaled),
                        scaled.maps("spec", "triggers").stream()
                            .flatMap(trigger -> trigger(manifests, trigger)))
                    .map(fault -> scaled.title() + ": " + fault));
  }

  private static Stream<String> target(Manifests manifests, Manifest scaled) {
    String target = scaled.text("spec", "scaleTargetRef", "name");
    Stream.Builder<String> faults = Stream.builder();
    if (!manifests.has("Deployment", target)) {
      faults.add("no Deployment " + target);
    }
    manifests
        .find("Deployment", target)
        .filter(deployment -> deployment.map("spec").containsKey("replicas"))
        .ifPresent(deployment -> faults.add(deployment.title() + " has a number of its own"));
    String most = scaled.text("spec", "maxReplicaCount");
    int partitions = TopicCatalogue.CANDIDATES.partitions();
    if (!most.equals(String.valueOf(partitions))) {
      faults.add("at most %s, for %d partitions".formatted(most, partitions));
    }
    return faults.build();
  }

  private static Stream<String> trigger(Manifests manifests, Map<String, Object> trigger) {
    Map<String, Object> settings = Manifest.mapIn(trigger.get("metadata"));
    Stream.Builder<String> faults = Stream.builder();
    if (!TopicCatalogue.CANDIDATES.name().equals(settings.get("topic"))) {
      faults.add("scales by topic " + settings.get("topic"));
    }
    if (!AccessCatalogue.EVALUATORS.equals(settings.get("consumerGroup"))) {
      faults.add("scales by group " + settings.get("consumerGroup"));
    }
    String authentication = String.valueOf(Manifest.at(trigger, "authenticationRef", "name"));
    if (!manifests.has("TriggerAuthentication", authentication)) {
      faults.add("no TriggerAuthentication " + authentication);
    }
    return faults.build();
  }
}
