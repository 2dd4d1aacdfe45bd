package io.scarlet.evolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.ControlAction;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.Direction;
import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.Objective;
import io.scarlet.events.Origin;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchDeleted;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.SearchStrategy;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.evolution.Strategy;
import io.scarlet.log.JournalKey;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology without a broker: what comes in and what goes out. */
class EvolverTopologyTest {

  private final SearchBoard board = new SearchBoard();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  @TempDir private Path state;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    driver = Topologies.driver(state, board, meters);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void a_request_with_a_table_proposes_the_first_generation_at_once() {
    SearchRequested request = Events.tableSearch("s1", 6, 3);
    send(TopicCatalogue.SEARCHES, "s1", request);

    List<KeyValue<String, CandidateProposed>> proposed = received(TopicCatalogue.CANDIDATES);

    assertThat(proposed)
        .extracting(record -> record.key)
        .containsExactly("s1-g000-s00", "s1-g000-s01", "s1-g000-s02");
    CandidateProposed first = proposed.getFirst().value;
    assertThat(first.getCandidateId()).isEqualTo("s1-g000-s00");
    assertThat(first.getCode()).hasSize(8);
    assertThat(first.getCosts().getParams()).isPositive();
    assertThat(first.getCheckpoint()).isNull();
    assertThat(first.getSeed()).isEqualTo(11);
    assertThat(first.getEvaluation()).isEqualTo(request.getEvaluation());
    assertThat(first.getData()).isEqualTo(request.getData());
  }

  @Test
  void the_last_score_of_a_search_chooses_its_finalists() {
    SearchRequested request = Events.tableSearch("s1", 4, 4);
    request.getFinalists().setCount(2);
    send(TopicCatalogue.SEARCHES, "s1", request);
    this.<CandidateProposed>values(TopicCatalogue.CANDIDATES).forEach(this::score);

    GenerationCompleted last =
        this.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    List<FinalistChosen> finalists = values(TopicCatalogue.FINALISTS);

    assertThat(finalists).hasSize(last.getFinalists());
    FinalistChosen first = finalists.getFirst();
    assertThat(first.getCandidateId()).isEqualTo(last.getFront().getFirst().getCandidateId());
    assertThat(first.getWhy()).isEqualTo("best accuracy");
    assertThat(first.getAccuracy()).isEqualTo(last.getFront().getFirst().getAccuracy());
    assertThat(first.getSpace()).isEqualTo(request.getSpace());
    assertThat(first.getData()).isEqualTo(request.getData());
    assertThat(first.getRecipe()).isEqualTo(request.getFinalists());
    assertThat(first.getSeed()).isEqualTo(request.getSeed());
  }

  @Test
  void the_last_score_of_a_generation_completes_it_and_opens_the_next() {
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 5, 3));
    List<CandidateProposed> first = values(TopicCatalogue.CANDIDATES);
    List.of(2, 0).forEach(slot -> score(first.get(slot)));
    assertThat(values(TopicCatalogue.GENERATIONS)).isEmpty();

    score(first.get(1));

    GenerationCompleted done =
        this.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    assertThat(done.getEvaluated()).extracting(Member::getSlot).containsExactly(0, 1, 2);
    assertThat(done.getPopulation()).extracting(Member::getRank).isSorted();
    assertThat(done.getFront()).isNotEmpty();
    assertThat(done.getHypervolume()).isBetween(0.0, 1.0);
    assertThat(done.getEvaluations()).isEqualTo(3);
    assertThat(done.getBudget()).isEqualTo(5);
    assertThat(done.getLast()).isFalse();

    List<CandidateProposed> second = values(TopicCatalogue.CANDIDATES);
    assertThat(second).extracting(CandidateProposed::getGeneration).containsExactly(1, 1);
    second.forEach(this::score);
    GenerationCompleted last =
        this.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    assertThat(last.getLast()).isTrue();
    assertThat(last.getReason()).isEqualTo("budget spent");
    assertThat(values(TopicCatalogue.CANDIDATES)).isEmpty();
  }

  @Test
  void a_search_with_a_supernet_starts_at_its_last_checkpoint() {
    send(TopicCatalogue.SEARCHES, "s1", Events.supernetSearch("s1"));
    send(TopicCatalogue.CHECKPOINTS, "s1", Events.checkpoint("s1", false));
    assertThat(values(TopicCatalogue.CANDIDATES)).isEmpty();

    send(TopicCatalogue.CHECKPOINTS, "s1", Events.checkpoint("s1", true));

    assertThat(this.<CandidateProposed>values(TopicCatalogue.CANDIDATES))
        .hasSize(3)
        .allMatch(candidate -> candidate.getCheckpoint().getSha256().equals("sha-200"));
  }

  @Test
  void a_request_that_cannot_be_searched_fails_with_one_line_and_harms_no_other() {
    SearchRequested broken = Events.tableSearch("broken", 6, 3);
    broken.setSpace("name: broken\ninput: nonsense\n");
    SearchRequested aimless = Events.tableSearch("aimless", 6, 3);
    aimless.getEvolution().setObjectives(List.of());
    send(TopicCatalogue.SEARCHES, "broken", broken);
    send(TopicCatalogue.SEARCHES, "aimless", aimless);
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));

    List<SearchFailed> failed = values(TopicCatalogue.PROGRESS);
    assertThat(failed).extracting(SearchFailed::getSearchId).containsExactly("broken", "aimless");
    assertThat(failed).extracting(SearchFailed::getService).containsOnly("evolver");
    assertThat(failed.get(0).getReason()).isNotBlank().doesNotContain("\n");
    assertThat(failed.get(1).getReason())
        .isEqualTo("a search needs an objective, accuracy for instance");
    assertThat(values(TopicCatalogue.CANDIDATES)).hasSize(3);
    assertThat(meters.counter("scarlet.evolver.requests.refused").count()).isEqualTo(2);
  }

  @Test
  void a_score_that_does_not_count_is_a_dead_letter_with_its_reason() {
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));
    CandidateScored score =
        Events.score(this.<CandidateProposed>values(TopicCatalogue.CANDIDATES).getFirst());
    send(TopicCatalogue.SCORES, "s1", score);
    send(TopicCatalogue.SCORES, "s1", score);

    List<KeyValue<String, DeadLetter>> dead = received(TopicCatalogue.SCORES_DLQ);
    assertThat(dead).hasSize(1);
    assertThat(dead.getFirst().key).isEqualTo("s1");
    DeadLetter letter = dead.getFirst().value;
    assertThat(letter.getReason()).isEqualTo("s1-g000-s00 has its outcome already");
    assertThat(letter.getTopic()).isEqualTo("nas-scores");
    assertThat(letter.getOffset()).isEqualTo(1);
    byte[] value = new byte[letter.getValue().remaining()];
    letter.getValue().get(value);
    assertThat(RegistryFreeFormat.deserializer().deserialize("", value)).isEqualTo(score);
    assertThat(meters.counter("scarlet.evolver.dead.letters", "reason", "duplicate").count())
        .isEqualTo(1);
  }

  @Test
  void records_that_cannot_be_read_are_dead_letters_and_never_fatal() {
    var raw =
        driver.createInputTopic(
            TopicCatalogue.SCORES.name(), new ByteArraySerializer(), new ByteArraySerializer());
    raw.pipeInput((byte[]) null, new byte[] {9, 9});
    raw.pipeInput((byte[]) null, new byte[0]);
    raw.pipeInput(new byte[] {1}, (byte[]) null);
    send(
        TopicCatalogue.SCORES,
        "s1",
        new TrainingProgressed("s1", 1L, 2L, 1, 1, 1.0, 0.5, 0.1, 9.0));

    assertThat(this.<DeadLetter>values(TopicCatalogue.SCORES_DLQ))
        .extracting(DeadLetter::getReason)
        .containsExactly(
            "not in Scarlet's wire format: Unknown magic byte!",
            "not in Scarlet's wire format: BufferUnderflowException",
            "the record has no value",
            "TrainingProgressed is no event of topic nas-scores");
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));
    assertThat(values(TopicCatalogue.CANDIDATES)).hasSize(3);
  }

  @Test
  void a_stop_ends_the_search() {
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));
    send(
        TopicCatalogue.SEARCHES, "s1", new SearchControlled("s1", ControlAction.STOP, "time over"));

    assertThat(this.<GenerationCompleted>values(TopicCatalogue.GENERATIONS))
        .singleElement()
        .matches(done -> done.getLast() && done.getReason().equals("stopped: time over"));
  }

  @Test
  void the_journal_holds_the_facts_that_counted_and_gives_the_searches_back() {
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    send(TopicCatalogue.SEARCHES, "s2", Events.tableSearch("s2", 9, 3));
    List<CandidateProposed> proposed = values(TopicCatalogue.CANDIDATES);
    proposed.subList(0, 4).forEach(this::score);
    score(proposed.getFirst());

    Map<String, TimedSearch> before = board.all();
    SearchBoard restored = new SearchBoard();
    restart(restored);

    assertThat(restored.all()).isEqualTo(before);
    assertThat(before.get("s1").search().facts()).isEqualTo(4);
    assertThat(before.get("s2").search().facts()).isEqualTo(2);
  }

  @Test
  void a_deleted_search_is_shown_no_more_nor_folded_again_and_keeps_its_facts_and_its_id() {
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    send(TopicCatalogue.SEARCHES, "s1", new SearchDeleted("s1"));
    assertThat(board.find("s1")).as("it runs: it is not deletable").isPresent();

    send(TopicCatalogue.SEARCHES, "s1", new SearchControlled("s1", ControlAction.STOP, "deleted"));
    send(TopicCatalogue.SEARCHES, "s1", new SearchDeleted("s1"));
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));

    SearchBoard restored = new SearchBoard();
    restart(restored);
    assertThat(List.of(board, restored))
        .allSatisfy(
            shown -> {
              assertThat(shown.all()).isEmpty();
              assertThat(shown.isDeleted("s1")).isTrue();
            });
    assertThat(keys()).filteredOn(key -> JournalKey.parse(key).isPresent()).hasSize(2);
    assertThat(this.<DeadLetter>values(TopicCatalogue.SCORES_DLQ))
        .extracting(DeadLetter::getReason)
        .containsExactly("there is no search to delete that has ended", "the search was deleted");
  }

  @Test
  void searches_are_given_back_however_their_ids_sort() {
    List<String> ids = List.of("a", "a/0000000000", "a/0000000000!", "a/0000000000+000001", "b");
    ids.forEach(id -> send(TopicCatalogue.SEARCHES, id, Events.tableSearch(id, 9, 3)));
    this.<CandidateProposed>values(TopicCatalogue.CANDIDATES).forEach(this::score);

    SearchBoard restored = new SearchBoard();
    restart(restored);

    assertThat(restored.all()).containsOnlyKeys(ids).isEqualTo(board.all());
  }

  @Test
  void what_was_proposed_stays_proposed_whatever_would_be_bred_by_now() {
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    List<CandidateProposed> proposed = values(TopicCatalogue.CANDIDATES);
    CandidateProposed other =
        CandidateProposed.newBuilder(proposed.get(1)).setCode("22222222").build();
    new Journal(driver.getTimestampedKeyValueStore(Journal.NAME))
        .append("s1", 0, 1, RegistryFreeFormat.serializer().serialize("", other), 1);

    SearchBoard restored = new SearchBoard();
    restart(restored);

    assertThat(restored.find("s1").orElseThrow().search().state().generation().waiting())
        .extracting(candidate -> candidate.architecture().code())
        .containsExactly(proposed.get(0).getCode(), "22222222", proposed.get(2).getCode());
  }

  @Test
  void a_journal_from_before_candidates_were_kept_gives_the_searches_back_as_well() {
    send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 9, 3));
    List<CandidateProposed> proposed = values(TopicCatalogue.CANDIDATES);
    proposed.forEach(this::score);
    List<String> keys = keys();
    keys.stream()
        .filter(key -> JournalKey.parse(key).isEmpty())
        .forEach(driver.getTimestampedKeyValueStore(Journal.NAME)::delete);

    SearchBoard restored = new SearchBoard();
    restart(restored);

    assertThat(keys).hasSize(4 + 6);
    assertThat(restored.all()).isEqualTo(board.all());
  }

  @Test
  void a_search_by_prediction_is_given_back_from_its_facts() {
    SearchRequested request = Events.tableSearch("s1", 40, 10);
    request.getEvolution().setStrategy(SearchStrategy.PREDICTOR);
    send(TopicCatalogue.SEARCHES, "s1", request);
    List<CandidateProposed> proposed = new ArrayList<>();
    for (int generation = 0; generation < 3; generation++) {
      List<CandidateProposed> next = values(TopicCatalogue.CANDIDATES);
      next.forEach(this::score);
      proposed.addAll(next);
    }

    SearchBoard restored = new SearchBoard();
    restart(restored);

    assertThat(proposed).hasSize(30);
    assertThat(proposed.subList(10, 30))
        .extracting(CandidateProposed::getOrigin)
        .contains(Origin.ENUMERATED);
    assertThat(restored.all()).isEqualTo(board.all());
  }

  @Test
  void what_a_request_takes_that_names_no_strategy_is_the_first_of_them() {
    Object standard =
        EvolutionSettings.getClassSchema().getField("strategy").getObjectProp("standard");

    assertThat(String.valueOf(standard)).isEqualToIgnoringCase(Strategy.all().getFirst().label());
  }

  @Test
  void losses_reach_the_generations() {
    SearchRequested request = Events.supernetSearch("s1");
    request.getEvolution().setObjectives(List.of(new Objective("loss", Direction.MINIMIZE)));
    send(TopicCatalogue.SEARCHES, "s1", request);
    send(TopicCatalogue.CHECKPOINTS, "s1", Events.checkpoint("s1", true));
    List<CandidateProposed> candidates = values(TopicCatalogue.CANDIDATES);
    for (CandidateProposed candidate : candidates) {
      CandidateScored score = Events.score(candidate);
      score.setLoss(1.0 + candidate.getSlot());
      send(TopicCatalogue.SCORES, "s1", score);
    }

    GenerationCompleted done =
        this.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    assertThat(done.getEvaluated()).extracting(Member::getLoss).containsExactly(1.0, 2.0, 3.0);
    assertThat(done.getFront()).extracting(Member::getSlot).containsExactly(0);
  }

  @Test
  void a_journal_that_cannot_be_read_stops_the_evolver() {
    new Journal(driver.getTimestampedKeyValueStore(Journal.NAME))
        .append("s1", 0, new byte[] {7}, 1);

    assertThatThrownBy(() -> restart(new SearchBoard()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the journal of s1 holds");
  }

  /** Of the journal. */
  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    KeyValueStore<String, ValueAndTimestamp<byte[]>> store =
        driver.getTimestampedKeyValueStore(Journal.NAME);
    try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  /** A second evolver on the store of the first. */
  private void restart(SearchBoard restored) {
    MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();
    context.addStateStore(driver.getTimestampedKeyValueStore(Journal.NAME));
    context.addStateStore(driver.getKeyValueStore(Deletions.NAME));
    new Evolver(
            new EventReader(RegistryFreeFormat.deserializer()),
            RegistryFreeFormat.serializer(),
            restored,
            new Tally(meters, board),
            new EvolverTraces(OpenTelemetry.noop()))
        .init(context);
  }

  private void score(CandidateProposed candidate) {
    send(TopicCatalogue.SCORES, candidate.getSearchId(), Events.score(candidate));
  }

  private void send(Topic topic, String key, SpecificRecord value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), RegistryFreeFormat.serializer())
        .pipeInput(key, value);
  }

  @SuppressWarnings("unchecked")
  private <T extends SpecificRecord> List<KeyValue<String, T>> received(Topic topic) {
    TestOutputTopic<String, SpecificRecord> output =
        driver.createOutputTopic(
            topic.name(), new StringDeserializer(), RegistryFreeFormat.deserializer());
    return output.readKeyValuesToList().stream()
        .map(record -> KeyValue.pair(record.key, (T) record.value))
        .toList();
  }

  private <T extends SpecificRecord> List<T> values(Topic topic) {
    return this.<T>received(topic).stream().map(record -> record.value).toList();
  }
}
