package io.scarlet.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.scarlet.testing.KafkaBroker;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class QueuePreparationTest {

  @Test
  void whatTheBrokerCannotDoIsSaidInOneLineWithTheWayOut() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        Admin admin =
            Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
      QueuePreparation preparation = new QueuePreparation(admin);

      assertThatThrownBy(() -> preparation.prepare("queue", Duration.ofHours(2)))
          .isInstanceOf(ConfigurationException.class)
          .hasNoCause()
          .hasMessageStartingWith("evaluator: the Kafka broker refused the settings of group queue")
          .hasMessageContaining("group.share.max.record.lock.duration.ms")
          .hasMessageEndingWith("or set scarlet.evaluator.sharing=partitions");

      admin
          .updateFeatures(
              Map.of(
                  "share.version",
                  new FeatureUpdate((short) 0, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE)),
              new UpdateFeaturesOptions())
          .all()
          .get();
      assertThatThrownBy(() -> preparation.prepare("queue", Duration.ofSeconds(60)))
          .isInstanceOf(ConfigurationException.class)
          .hasNoCause()
          .hasMessage(
              "evaluator: the Kafka cluster has no share groups: run kafka-features.sh upgrade"
                  + " --feature share.version=1, or set scarlet.evaluator.sharing=partitions");
    }
  }
}
