package io.scarlet.evolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.ControlAction;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.Origin;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchDeleted;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.SearchStrategy;
import io.scarlet.log.JournalKey;
import io.scarlet.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second evolver makes of the journal of the first. */
class RestorationTest {

  @TempDir private Path state;
  private DrivenTopology topology;

  @BeforeEach
  void start() {
    topology = DrivenTopology.on(state);
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void the_journal_holds_the_facts_that_counted_and_gives_the_searches_back() {
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    topology.send(TopicCatalogue.SEARCHES, "s2", Events.tableSearch("s2", 9, 3));
    List<CandidateProposed> proposed = topology.values(TopicCatalogue.CANDIDATES);
    proposed.subList(0, 4).forEach(topology::score);
    topology.score(proposed.getFirst());

    Map<String, TimedSearch> before = topology.board().all();
    SearchBoard restored = new SearchBoard();
    topology.restart(restored);

    assertThat(restored.all()).isEqualTo(before);
    assertThat(before.get("s1").search().facts()).isEqualTo(4);
    assertThat(before.get("s2").search().facts()).isEqualTo(2);
  }

  @Test
  void a_deleted_search_is_shown_no_more_nor_folded_again_and_keeps_its_facts_and_its_id() {
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    topology.send(TopicCatalogue.SEARCHES, "s1", new SearchDeleted("s1"));
    assertThat(topology.board().find("s1")).as("it runs: it is not deletable").isPresent();

    topology.send(
        TopicCatalogue.SEARCHES, "s1", new SearchControlled("s1", ControlAction.STOP, "deleted"));
    topology.send(TopicCatalogue.SEARCHES, "s1", new SearchDeleted("s1"));
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));

    SearchBoard restored = new SearchBoard();
    topology.restart(restored);
    assertThat(List.of(topology.board(), restored))
        .allSatisfy(
            shown -> {
              assertThat(shown.all()).isEmpty();
              assertThat(shown.isDeleted("s1")).isTrue();
            });
    assertThat(topology.keys()).filteredOn(key -> JournalKey.parse(key).isPresent()).hasSize(2);
    assertThat(topology.<DeadLetter>values(TopicCatalogue.SCORES_DLQ))
        .extracting(DeadLetter::getReason)
        .containsExactly("there is no search to delete that has ended", "the search was deleted");
  }

  @Test
  void searches_are_given_back_however_their_ids_sort() {
    List<String> ids = List.of("a", "a/0000000000", "a/0000000000!", "a/0000000000+000001", "b");
    ids.forEach(id -> topology.send(TopicCatalogue.SEARCHES, id, Events.tableSearch(id, 9, 3)));
    topology.<CandidateProposed>values(TopicCatalogue.CANDIDATES).forEach(topology::score);

    SearchBoard restored = new SearchBoard();
    topology.restart(restored);

    assertThat(restored.all()).containsOnlyKeys(ids).isEqualTo(topology.board().all());
  }

  @Test
  void what_was_proposed_stays_proposed_whatever_would_be_bred_by_now() {
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    List<CandidateProposed> proposed = topology.values(TopicCatalogue.CANDIDATES);
    CandidateProposed other =
        CandidateProposed.newBuilder(proposed.get(1)).setCode("22222222").build();
    new Journal(topology.driver().getTimestampedKeyValueStore(Journal.NAME))
        .append("s1", 0, 1, RegistryFreeFormat.serializer().serialize("", other), 1);

    SearchBoard restored = new SearchBoard();
    topology.restart(restored);

    assertThat(restored.find("s1").orElseThrow().search().state().generation().waiting())
        .extracting(candidate -> candidate.architecture().code())
        .containsExactly(proposed.get(0).getCode(), "22222222", proposed.get(2).getCode());
  }

  @Test
  void a_journal_from_before_candidates_were_kept_gives_the_searches_back_as_well() {
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    List<CandidateProposed> proposed = topology.values(TopicCatalogue.CANDIDATES);
    proposed.forEach(topology::score);
    List<String> keys = topology.keys();
    keys.stream()
        .filter(key -> JournalKey.parse(key).isEmpty())
        .forEach(topology.driver().getTimestampedKeyValueStore(Journal.NAME)::delete);

    SearchBoard restored = new SearchBoard();
    topology.restart(restored);

    assertThat(keys).hasSize(4 + 6);
    assertThat(restored.all()).isEqualTo(topology.board().all());
  }

  @Test
  void a_search_by_prediction_is_given_back_from_its_facts() {
    SearchRequested request = Events.tableSearch("s1", 40, 10);
    request.getEvolution().setStrategy(SearchStrategy.PREDICTOR);
    topology.send(TopicCatalogue.SEARCHES, "s1", request);
    List<CandidateProposed> proposed = new ArrayList<>();
    for (int generation = 0; generation < 3; generation++) {
      List<CandidateProposed> next = topology.values(TopicCatalogue.CANDIDATES);
      next.forEach(topology::score);
      proposed.addAll(next);
    }

    SearchBoard restored = new SearchBoard();
    topology.restart(restored);

    assertThat(proposed).hasSize(30);
    assertThat(proposed.subList(10, 30))
        .extracting(CandidateProposed::getOrigin)
        .contains(Origin.ENUMERATED);
    assertThat(restored.all()).isEqualTo(topology.board().all());
  }

  @Test
  void a_journal_that_cannot_be_read_stops_the_evolver() {
    new Journal(topology.driver().getTimestampedKeyValueStore(Journal.NAME))
        .append("s1", 0, new byte[] {7}, 1);

    assertThatThrownBy(() -> topology.restart(new SearchBoard()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the journal of s1 holds");
  }
}
