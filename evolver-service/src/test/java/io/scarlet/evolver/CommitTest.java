package io.scarlet.evolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.SearchMode;
import io.scarlet.events.SearchRequested;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the evolver asks for its transaction to be committed, rather than wait for others. */
class CommitTest {

  @TempDir private Path state;
  private final MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();
  private DrivenTopology topology;
  private Evolver evolver;

  @BeforeEach
  void start() {
    topology = DrivenTopology.on(state);
    evolver = topology.restart(new SearchBoard(), context);
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void a_search_that_begins_is_committed_at_once() {
    assertThat(commitsAfter(TopicCatalogue.SEARCHES, Events.tableSearch("s1", 9, 3))).isTrue();
  }

  @Test
  void a_generation_is_committed_at_once_and_the_scores_before_it_are_not() {
    commitsAfter(TopicCatalogue.SEARCHES, Events.tableSearch("s1", 9, 3));
    List<CandidateProposed> generation = proposed();

    assertThat(generation)
        .extracting(candidate -> commitsAfter(TopicCatalogue.SCORES, Events.score(candidate)))
        .containsExactly(false, false, true);
  }

  @Test
  void the_last_score_proposes_nothing_that_anyone_waits_for() {
    commitsAfter(TopicCatalogue.SEARCHES, Events.tableSearch("s1", 3, 3));

    assertThat(proposed())
        .extracting(candidate -> commitsAfter(TopicCatalogue.SCORES, Events.score(candidate)))
        .containsExactly(false, false, false);
  }

  @Test
  void in_a_steady_state_others_are_at_work_so_a_candidate_can_wait() {
    SearchRequested request = Events.tableSearch("s1", 9, 3);
    request.getEvolution().setMode(SearchMode.STEADY_STATE);
    assertThat(commitsAfter(TopicCatalogue.SEARCHES, request)).isTrue();

    CandidateProposed first = proposed().getFirst();
    assertThat(commitsAfter(TopicCatalogue.SCORES, Events.score(first))).isFalse();
    assertThat(proposed()).as("one in its place").hasSize(4);
  }

  private boolean commitsAfter(Topic topic, SpecificRecord event) {
    context.resetCommit();
    context.setRecordMetadata(topic.name(), 0, 0);
    evolver.process(
        new Record<>(
            "s1".getBytes(StandardCharsets.UTF_8),
            RegistryFreeFormat.serializer().serialize(topic.name(), event),
            0));
    return context.committed();
  }

  private List<CandidateProposed> proposed() {
    return context.forwarded().stream()
        .map(forwarded -> forwarded.record().value())
        .filter(CandidateProposed.class::isInstance)
        .map(CandidateProposed.class::cast)
        .toList();
  }
}
