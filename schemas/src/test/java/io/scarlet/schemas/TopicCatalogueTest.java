package io.scarlet.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

  @Test
  void names_are_unique_and_say_that_they_are_ours() {
    assertThat(TopicCatalogue.all()).extracting(Topic::name).doesNotHaveDuplicates();
    assertThat(TopicCatalogue.all())
        .extracting(Topic::name)
        .allMatch(name -> name.matches("nas-[a-z]+(-dlq)?"));
  }

  @Test
  void topics_that_a_search_orders_have_as_many_partitions_as_each_other() {
    assertThat(TopicCatalogue.all())
        .filteredOn(topic -> topic.key() == Topic.Key.SEARCH_ID)
        .extracting(Topic::partitions)
        .containsOnly(4);
  }

  @Test
  void every_record_says_on_which_topic_it_lies() {
    for (Topic topic : TopicCatalogue.all()) {
      String mark = topic.name().endsWith("-dlq") ? "-dlq" : topic.name();
      assertThat(topic.values()).extracting(Schema::getDoc).allMatch(doc -> doc.contains(mark));
    }
  }

  @Test
  void a_name_that_the_broker_or_the_conventions_forbid_is_refused() {
    assertThatThrownBy(() -> new Topic("NAS_Scores", Topic.Key.SEARCH_ID, 1, List.of()))
        .hasMessage("not a topic name: NAS_Scores");
    assertThatThrownBy(() -> new Topic("n".repeat(63), Topic.Key.SEARCH_ID, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Topic("nas-scores", Topic.Key.SEARCH_ID, 0, List.of()))
        .hasMessage("a topic has at least 1 partition: nas-scores");
  }
}
