package io.scarlet.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.CandidateProposed;
import io.scarlet.log.LoggedEvent;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReadRecordsTest {

  private final List<String> decoded = new ArrayList<>();
  private final ReadRecords read =
      new ReadRecords(
          "s-1",
          new EventReader(
              (_, bytes) -> {
                String searchId = new String(bytes, StandardCharsets.UTF_8);
                decoded.add(searchId);
                CandidateProposed candidate = new CandidateProposed();
                candidate.setSearchId(searchId);
                return candidate;
              }));

  @Test
  void of_a_log_of_many_searches_only_what_may_be_of_this_one_is_decoded() {
    take("s-1-g000-s00", "s-1");
    take("s-10-g000-s00", "s-10");
    take("s-2-g000-s00", "s-2");
    take(null, "s-1");

    assertThat(decoded).containsExactly("s-1");
    assertThat(read.log().events()).extracting(LoggedEvent::key).containsExactly("s-1-g000-s00");
  }

  @Test
  void a_key_that_only_looks_like_it_is_not_enough() {
    take("s-1-g000-s00", "s-2");

    assertThat(read.log().events()).isEmpty();
  }

  private void take(String key, String searchId) {
    byte[] value = searchId.getBytes(StandardCharsets.UTF_8);
    read.take(new ConsumerRecord<>(TopicCatalogue.CANDIDATES.name(), 0, 0, key, value));
  }
}
