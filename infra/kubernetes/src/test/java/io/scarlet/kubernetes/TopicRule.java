package io.scarlet.kubernetes;

import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.TopicSettings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** There is every topic of the catalogue, as the catalogue has it, and none that expires. */
final class TopicRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return Stream.concat(
        TopicCatalogue.all().stream().flatMap(topic -> faults(topic, manifests)),
        manifests
            .of("KafkaTopic")
            .filter(topic -> !"-1".equals(topic.text("spec", "config", "retention.ms")))
            .map(topic -> topic.title() + ": expires; all topics are journals"));
  }

  private static Stream<String> faults(Topic topic, Manifests manifests) {
    Optional<Manifest> found = manifests.find("KafkaTopic", topic.name());
    if (found.isEmpty()) {
      return Stream.of("topic %s of the catalogue is missing".formatted(topic.name()));
    }
    Stream.Builder<String> faults = Stream.builder();
    String partitions = found.get().text("spec", "partitions");
    if (!partitions.equals(String.valueOf(topic.partitions()))) {
      faults.add(
          "KafkaTopic %s: %s partitions, the catalogue has %d"
              .formatted(topic.name(), partitions, topic.partitions()));
    }
    Map<String, String> config =
        found.get().map("spec", "config").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, set -> String.valueOf(set.getValue())));
    if (!config.equals(TopicSettings.JOURNAL)) {
      faults.add(
          "KafkaTopic %s: config %s, a journal has %s"
              .formatted(topic.name(), config, TopicSettings.JOURNAL));
    }
    return faults.build();
  }
}
