package io.scarlet.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeTest {

  private static final List<String> SERVICES = List.of("trainer", "evaluator", "evolver");

  private final Manifests base = Manifests.files(Manifests.FOLDER.resolve("base"));

  @Test
  void whatIsWrittenIsRight() throws IOException {
    assertThat(Compose.ofProject().faults()).isEmpty();
  }

  @Test
  void theBrokerHasTheSettingsOfADevelopersCluster() throws IOException {
    Map<String, Object> broker = Compose.ofProject().environment("kafka");
    Path dev = Manifests.FOLDER.resolve("overlays/dev/log.yaml");
    Map<String, String> cluster =
        Manifests.parse(Files.readString(dev))
            .find("Kafka", "log")
            .orElseThrow()
            .map("spec", "kafka", "config")
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    set -> MappedSettings.variable("kafka." + set.getKey()),
                    set -> String.valueOf(set.getValue())));
    assertThat(broker)
        .containsAllEntriesOf(cluster)
        .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
  }

  @Test
  void imagesAreThoseOfTheCluster() throws IOException {
    Compose compose = Compose.ofProject();
    Manifest kafka = base.find("Kafka", "log").orElseThrow();
    assertThat(compose.service("kafka"))
        .containsEntry("image", "apache/kafka:" + kafka.text("spec", "kafka", "version"));
    assertThat(compose.service("registry")).containsEntry("image", image("registry"));
    assertThat(SERVICES)
        .allSatisfy(
            name ->
                assertThat(compose.service(name).get("image").toString())
                    .startsWith(image(name) + ":"));
  }

  @Test
  void onlyTheEvolverIsReachedAndOnlyFromThisMachine() throws IOException {
    Compose compose = Compose.ofProject();
    assertThat(compose.content().map("services").keySet())
        .filteredOn(name -> compose.service(name).containsKey("ports"))
        .containsExactly("evolver");
    assertThat(compose.service("evolver")).containsEntry("ports", List.of("127.0.0.1:8080:8080"));
  }

  @ParameterizedTest
  @CsvSource({
    "evaluator, environment, SCARLET_STORE_URI, SCARLET_STORE_URI is no setting",
    "evaluator, environment, SCARLET_REGISTRY_URL, nobody is at x",
    "evaluator, depends_on, broker, 'waits for broker, which there is not'",
    "evaluator, volumes, store, does not mount store:/var/lib/scarlet:ro",
    "evolver, environment, SCARLET_ACCESS_READS, gets no SCARLET_STORE_URL",
    "evolver, environment, SCARLET_ACCESS_TOKEN,"
        + " 'SCARLET_ACCESS_TOKEN is http://x, not asked of who starts it'"
  })
  void aMistakeIsFound(String service, String part, String key, String complaint)
      throws IOException {
    Compose compose = Compose.ofProject();
    compose.content().map("services", service).put(part, Map.of(key, "http://x"));
    assertThat(compose.faults()).contains(service + ": " + complaint);
  }

  @Test
  void anImageOfAnotherVersionIsFound() throws IOException {
    Compose compose = Compose.ofProject();
    compose.content().map("services", "trainer").put("image", "scarlet/trainer:0.0.1");
    assertThat(compose.faults())
        .singleElement()
        .asString()
        .startsWith("trainer: scarlet/trainer:0.0.1 is not the build's");
  }

  private String image(String name) {
    return base.find("Deployment", name)
        .orElseThrow()
        .containers()
        .filter(container -> container.get("name").equals(name))
        .map(container -> String.valueOf(container.get("image")))
        .findFirst()
        .orElseThrow();
  }
}
