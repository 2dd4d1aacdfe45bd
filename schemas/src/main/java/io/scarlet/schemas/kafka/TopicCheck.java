package io.scarlet.schemas.kafka;

import io.scarlet.schemas.Access;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Verifies at the start of a service that its topics are those of the catalogue. A journal that
 * expires or compacts loses searches silently, so it is refused loudly.
 */
public final class TopicCheck {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Admin admin;
  private final Optional<String> who;

  /**
   * Checks one cluster.
   *
   * @param admin a client of the cluster; stays the caller's
   * @param connection that the client was made of
   */
  public TopicCheck(Admin admin, KafkaConnection connection) {
    this.admin = admin;
    this.who = connection.principal();
  }

  /**
   * Returns once a client may do all that it needs, and its topics are right.
   *
   * @param access what it needs
   * @param patience how long to wait for the broker, for rights and for missing topics
   * @throws TopicCheckFailed with every fault and its fix
   */
  public void verify(Access access, Duration patience) {
    List<Topic> topics =
        TopicCatalogue.all().stream()
            .filter(topic -> access.allows(topic, AclOperation.DESCRIBE_CONFIGS))
            .toList();
    await(patience, () -> faults(access, topics));
  }

  /**
   * Returns once all topics are right.
   *
   * @param patience how long to wait for the broker and for missing topics
   * @throws TopicCheckFailed with every fault and its fix
   */
  public void verify(Collection<Topic> topics, Duration patience) {
    await(patience, () -> faults(topics));
  }

  private void await(Duration patience, Look look) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      List<String> faults = faults(look);
      if (faults.isEmpty()) {
        return;
      }
      if (System.nanoTime() - deadline >= 0) {
        throw new TopicCheckFailed(faults);
      }
      pause();
    }
  }

  /** A look at the cluster. */
  private interface Look {
    List<String> faults() throws ExecutionException, InterruptedException, TimeoutException;
  }

  private List<String> faults(Look look) {
    try {
      return look.faults();
    } catch (TimeoutException e) {
      return List.of(
          "the Kafka broker does not answer; check that it runs at the address given, and speaks"
              + " what kafka.security.protocol says");
    } catch (ExecutionException e) {
      String said = String.valueOf(e.getCause().getMessage());
      return List.of(
          e.getCause() instanceof AuthenticationException
              ? "the Kafka broker does not let %s in: check kafka.sasl.* and kafka.ssl.*: %s"
                  .formatted(who.orElse("this client"), said)
              : "the Kafka broker refused a look at the topics: " + said);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Topics are looked at only by who may. */
  private List<String> faults(Access access, Collection<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> lacking = new AccessFaults(admin, who, ANSWER).of(access);
    return lacking.isEmpty() ? faults(topics) : lacking;
  }

  private List<String> faults(Collection<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> faults = new ArrayList<>();
    for (Topic topic : topics) {
      faults.addAll(faults(topic));
    }
    return faults;
  }

  private List<String> faults(Topic topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    try {
      TopicDescription description =
          admin
              .describeTopics(List.of(topic.name()))
              .allTopicNames()
              .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
              .get(topic.name());
      Map<ConfigResource, Config> configs =
          admin
              .describeConfigs(List.of(resource))
              .all()
              .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      return faults(topic, description.partitions().size(), configs.get(resource));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return List.of("topic " + topic.name() + " is missing: run the topic preparation");
      }
      throw e;
    }
  }

  private static List<String> faults(Topic topic, int partitions, Config config) {
    List<String> faults = new ArrayList<>();
    if (partitions != topic.partitions()) {
      faults.add(
          "topic %s has %d partitions instead of %d: its keys are spread otherwise, so delete the topic and run the topic preparation"
              .formatted(topic.name(), partitions, topic.partitions()));
    }
    for (String name :
        List.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.RETENTION_MS_CONFIG)) {
      String expected = TopicSettings.JOURNAL.get(name);
      String found = config.get(name).value();
      if (!expected.equals(found)) {
        faults.add(
            "topic %s has %s=%s instead of %s and would lose records: run the topic preparation"
                .formatted(topic.name(), name, found, expected));
      }
    }
    return faults;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static TopicCheckFailed interrupted() {
    Thread.currentThread().interrupt();
    return new TopicCheckFailed(List.of("interrupted while checking the topics"));
  }
}
