package io.scarlet.schemas.kafka;

import io.scarlet.schemas.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
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

  private static final Collection<AlterConfigOp> JOURNAL =
      TopicSettings.JOURNAL.entrySet().stream()
          .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
          .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
          .toList();

  private final Admin admin;
  private final SubjectRegistration subjects;

  /**
   * Prepares one cluster with its registry.
   *
   * @param admin a client of the cluster; stays the caller's
   * @param registry that gets the schemas
   */
  public TopicPreparation(Admin admin, RegistryConnection registry) {
    this.admin = admin;
    this.subjects = new SubjectRegistration(registry);
  }

  /**
   * Prepares these topics and their subjects.
   *
   * @throws TopicPreparationFailed if the broker or the registry refuses
   */
  public void prepare(Collection<Topic> topics) {
    prepareTopics(topics);
    prepareSubjects(topics);
  }

  /**
   * Creates these topics where they are missing and gives them their settings.
   *
   * @throws TopicPreparationFailed if the broker refuses
   */
  public void prepareTopics(Collection<Topic> topics) {
    Map<String, KafkaFuture<Void>> created =
        admin.createTopics(topics.stream().map(TopicPreparation::asNew).toList()).values();
    for (Topic topic : topics) {
      await(topic, created.get(topic.name()), TopicExistsException.class::isInstance);
    }
    Map<ConfigResource, KafkaFuture<Void>> settled =
        admin
            .incrementalAlterConfigs(
                topics.stream().collect(Collectors.toMap(TopicPreparation::resource, t -> JOURNAL)))
            .values();
    for (Topic topic : topics) {
      await(topic, settled.get(resource(topic)), failure -> false);
    }
  }

  /**
   * Registers the schemas of these topics, all at once: a registry that has just started is slow at
   * its first answers.
   *
   * @throws TopicPreparationFailed if the registry refuses
   */
  public void prepareSubjects(Collection<Topic> topics) {
    subjects.registerAll(topics);
  }

  private static NewTopic asNew(Topic topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(TopicSettings.JOURNAL);
  }

  private static ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private static void await(Topic topic, KafkaFuture<Void> done, Predicate<Throwable> isNoFailure) {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (!isNoFailure.test(e.getCause())) {
        throw refused(topic, e.getCause());
      }
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
