package io.scarlet.evolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scarlet.events.CandidateProposed;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchGaugesTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  @TempDir private Path state;

  @Test
  void the_figures_of_a_search_follow_it_while_it_runs_and_go_with_its_end() {
    try (TopologyTestDriver driver = Topologies.driver(state, new SearchBoard(), meters)) {
      send(driver, TopicCatalogue.SEARCHES, Events.tableSearch("s1", 5, 3), 1000);
      assertThat(figure("budget")).hasValue(5.0);
      assertThat(figure("outstanding")).hasValue(3.0);
      assertThat(figure("generation")).hasValue(0.0);
      assertThat(figure("latest.timestamp.seconds")).hasValue(1.0);

      score(driver, 2500);
      assertThat(figure("evaluations")).hasValue(3.0);
      assertThat(figure("outstanding")).hasValue(2.0);
      assertThat(figure("generation")).hasValue(1.0);
      assertThat(figure("latest.timestamp.seconds")).hasValue(2.5);
      assertThat(figure("front").orElseThrow()).isPositive();
      assertThat(figure("hypervolume").orElseThrow()).isBetween(0.0, 1.0);

      score(driver, 3000);
      assertThat(figure("outstanding")).isEmpty();
      assertThat(meters.get("scarlet.evolver.scores").tag("outcome", "scored").counter().count())
          .isEqualTo(5);
    }
  }

  /** Scores all candidates that are proposed. */
  private static void score(TopologyTestDriver driver, long time) {
    List<SpecificRecord> proposed =
        driver
            .createOutputTopic(
                TopicCatalogue.CANDIDATES.name(),
                new StringDeserializer(),
                RegistryFreeFormat.deserializer())
            .readValuesToList();
    proposed.forEach(
        candidate ->
            send(driver, TopicCatalogue.SCORES, Events.score((CandidateProposed) candidate), time));
  }

  private static void send(
      TopologyTestDriver driver, Topic topic, SpecificRecord event, long time) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), RegistryFreeFormat.serializer())
        .pipeInput("s1", event, time);
  }

  private Optional<Double> figure(String name) {
    return Optional.ofNullable(
            meters.find("scarlet.evolver.search." + name).tag("search", "s1").gauge())
        .map(Gauge::value);
  }
}
