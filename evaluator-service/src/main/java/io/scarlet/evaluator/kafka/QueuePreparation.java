package io.scarlet.evaluator.kafka;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Gives a share group its settings, which are the broker's and no member's. Doing it twice changes
 * nothing.
 *
 * @param admin a client of the cluster; stays the caller's
 */
record QueuePreparation(Admin admin) {

  private static final String FEATURE = "share.version";
  private static final String OTHERWISE = "or set scarlet.evaluator.sharing=partitions";

  /**
   * Prepares a group. Of an exception of this kind without a cause, Quarkus prints the message and
   * no stack.
   *
   * @param group its id
   * @param lock so long a record that was taken is nobody else's
   * @throws ConfigurationException where the cluster has no share groups, or refuses the settings
   */
  void prepare(String group, Duration lock) {
    try {
      Optional<FinalizedVersionRange> feature =
          Optional.ofNullable(
              admin.describeFeatures().featureMetadata().get().finalizedFeatures().get(FEATURE));
      if (feature.isEmpty() || feature.get().maxVersionLevel() < 1) {
        throw refused(
            "the Kafka cluster has no share groups: run kafka-features.sh upgrade --feature "
                + FEATURE
                + "=1");
      }
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, group),
                  List.of(
                      set("share.auto.offset.reset", "earliest"),
                      set("share.isolation.level", "read_committed"),
                      set("share.record.lock.duration.ms", String.valueOf(lock.toMillis())))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw refused(
          "the Kafka broker refused the settings of group %s: %s; mend scarlet.evaluator.lock or the broker's group.share.*"
              .formatted(group, e.getCause().getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("interrupted while the group " + group + " was prepared");
    }
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private static ConfigurationException refused(String what) {
    return new ConfigurationException("evaluator: %s, %s".formatted(what, OTHERWISE));
  }
}
