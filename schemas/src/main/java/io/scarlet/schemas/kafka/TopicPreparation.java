package io.scarlet.schemas.kafka;

import io.scarlet.schemas.Topic;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes a cluster ready for Scarlet: creates missing topics, sets the journals' settings, registers
 * the schemas under FULL_TRANSITIVE compatibility. Doing it twice changes nothing.
 *
 * <p>It never changes the partition count of a topic that exists: that would move keys to other
 * partitions and break the order of running searches.
 */
public final class TopicPreparation {

  private final Admin admin;
  private final SubjectRegistration subjects;

  /**
   * Prepares one cluster with its registry.
   *
   * @param admin a client of the cluster; stays the caller's
   * @param registry base address of the schema registry
   */
  public TopicPreparation(Admin admin, URI registry) {
    this.admin = admin;
    this.subjects = new SubjectRegistration(registry);
  }

  /**
   * Prepares these topics and their subjects.
   *
   * @throws TopicPreparationFailed if the broker or the registry refuses
   */
  public void prepare(Collection<Topic> topics) {
    topics.forEach(this::create);
    topics.forEach(this::settle);
    for (Topic topic : topics) {
      for (Schema schema : topic.values()) {
        subjects.register(WireFormat.subject(topic.name(), schema.getFullName()), schema);
      }
    }
  }

  private void create(Topic topic) {
    NewTopic created =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
            .configs(TopicSettings.JOURNAL);
    try {
      admin.createTopics(List.of(created)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw refused(topic, e.getCause());
      }
    } catch (InterruptedException e) {
      throw interrupted(topic, e);
    }
  }

  private void settle(Topic topic) {
    List<AlterConfigOp> settings =
        TopicSettings.JOURNAL.entrySet().stream()
            .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
            .toList();
    try {
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), settings))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw refused(topic, e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(topic, e);
    }
  }

  private static TopicPreparationFailed refused(Topic topic, Throwable cause) {
    return new TopicPreparationFailed(
        "topic " + topic.name() + " could not be prepared: " + cause.getMessage(), cause);
  }

  private static TopicPreparationFailed interrupted(Topic topic, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new TopicPreparationFailed("interrupted while preparing topic " + topic.name(), cause);
  }
}
