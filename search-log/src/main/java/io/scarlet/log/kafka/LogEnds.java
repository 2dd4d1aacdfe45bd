package io.scarlet.log.kafka;

import io.scarlet.log.JournalKey;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the topics of the catalogue and the evolver's journal end now: behind the last record,
 * whether it is committed or about to be.
 *
 * <p>The journal is asked first, so that every fact that it numbers is on its topic.
 */
final class LogEnds {

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private LogEnds() {}

  static Map<TopicPartition, Long> of(KafkaConnection broker) {
    Admin admin = broker.admin();
    try {
      Map<TopicPartition, Long> ends = new HashMap<>();
      if (answer(admin.listTopics().names()).contains(JournalKey.TOPIC)) {
        ends.putAll(
            ends(
                admin,
                LogConsumer.partitions(JournalKey.TOPIC, TopicCatalogue.SCORES.partitions())));
      }
      Stream<TopicPartition> catalogue =
          TopicCatalogue.all().stream().flatMap(LogConsumer::partitions);
      ends.putAll(ends(admin, catalogue));
      return ends;
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Stream<TopicPartition> partitions) {
    Set<TopicPartition> asked = partitions.collect(Collectors.toSet());
    return answer(
            admin
                .listOffsets(
                    asked.stream()
                        .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static <T> T answer(KafkaFuture<T> asked) {
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException refused) {
      throw new LogUnavailableException(refused.getCause().getMessage(), refused);
    } catch (TimeoutException silent) {
      throw new LogUnavailableException("the broker does not answer", silent);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted", hurried);
    }
  }
}
