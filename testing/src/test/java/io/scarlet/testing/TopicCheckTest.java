package io.scarlet.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicCheck;
import io.scarlet.schemas.kafka.TopicCheckFailed;
import io.scarlet.schemas.kafka.TopicPreparation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicCheckTest {

  private final KafkaStack stack = KafkaStack.shared();
  private final Admin admin = stack.admin();

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void prepared_topics_pass_also_after_a_second_preparation() {
    new TopicPreparation(admin, RegistryConnection.to(stack.registry()))
        .prepare(TopicCatalogue.all());

    assertThatCode(() -> verify(TopicCatalogue.all())).doesNotThrowAnyException();
  }

  @Test
  void a_missing_topic_is_named_with_the_fix() {
    assertThatThrownBy(() -> verify(List.of(topic("nas-missing", 4))))
        .isInstanceOf(TopicCheckFailed.class)
        .hasMessage("topic nas-missing is missing: run the topic preparation");
  }

  @Test
  void a_journal_that_expires_or_compacts_is_refused_until_the_preparation_mends_it()
      throws Exception {
    Topic journal = topic("nas-expiring", 1);
    create(journal.name(), 1, Map.of("retention.ms", "1000", "cleanup.policy", "compact"));

    assertThatThrownBy(() -> verify(List.of(journal)))
        .hasMessageContaining("topic nas-expiring has cleanup.policy=compact instead of delete")
        .hasMessageContaining("topic nas-expiring has retention.ms=1000 instead of -1");

    new TopicPreparation(admin, RegistryConnection.to(stack.registry())).prepare(List.of(journal));
    assertThatCode(() -> verify(List.of(journal))).doesNotThrowAnyException();
  }

  @Test
  void another_partition_count_is_refused() throws Exception {
    create("nas-narrow", 1, Map.of("retention.ms", "-1"));

    assertThatThrownBy(() -> verify(List.of(topic("nas-narrow", 4))))
        .hasMessageContaining("topic nas-narrow has 1 partitions instead of 4");
  }

  @Test
  void a_broker_that_does_not_answer_is_reported_within_the_patience() {
    Map<String, Object> nobody =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:" + FreePort.find(),
            "request.timeout.ms",
            "500",
            "default.api.timeout.ms",
            "1000");
    try (Admin lonely = Admin.create(nobody)) {
      assertThatThrownBy(
              () ->
                  new TopicCheck(lonely, new KafkaConnection(nobody))
                      .verify(TopicCatalogue.all(), Duration.ofSeconds(1)))
          .hasMessageContaining("Kafka broker");
    }
  }

  private void verify(List<Topic> topics) {
    new TopicCheck(admin, stack.broker()).verify(topics, Duration.ofMillis(500));
  }

  /** Returns when the broker knows the topic, which is some time after its controller does. */
  private void create(String name, int partitions, Map<String, String> settings) throws Exception {
    admin
        .createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
        .all()
        .get();
    while (!admin.listTopics().names().get().contains(name)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static Topic topic(String name, int partitions) {
    return new Topic(name, Topic.Key.SEARCH_ID, partitions, List.of());
  }
}
