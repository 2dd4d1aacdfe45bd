package io.scarlet.schemas.kafka;

import io.scarlet.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Verifies at the start of a service that its topics are those of the catalogue. A journal that
 * expires or compacts loses searches silently, so it is refused loudly.
 */
public final class TopicCheck {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Admin admin;

  /**
   * Checks one cluster.
   *
   * @param admin a client of the cluster; stays the caller's
   */
  public TopicCheck(Admin admin) {
    this.admin = admin;
  }

  /**
   * Returns once all topics are right.
   *
   * @param patience how long to wait for the broker and for missing topics
   * @throws TopicCheckFailed with every fault and its fix
   */
  public void verify(Collection<Topic> topics, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      List<String> faults = faults(topics);
      if (faults.isEmpty()) {
        return;
      }
      if (System.nanoTime() - deadline >= 0) {
        throw new TopicCheckFailed(faults);
      }
      pause();
    }
  }

  private List<String> faults(Collection<Topic> topics) {
    List<String> faults = new ArrayList<>();
    try {
      for (Topic topic : topics) {
        faults.addAll(faults(topic));
      }
    } catch (TimeoutException e) {
      return List.of("the Kafka broker does not answer; check that it runs at the address given");
    } catch (ExecutionException e) {
      return List.of("the Kafka broker refused a look at the topics: " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      throw interrupted();
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
