package io.scarlet.evolver;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.evolution.Strategy;
import io.scarlet.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology without a broker: what comes in and what goes out. */
class EvolverTopologyTest {

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
  void a_request_with_a_table_proposes_the_first_generation_at_once() {
    SearchRequested request = Events.tableSearch("s1", 6, 3);
    topology.send(TopicCatalogue.SEARCHES, "s1", request);

    List<KeyValue<String, CandidateProposed>> proposed =
        topology.received(TopicCatalogue.CANDIDATES);

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
    topology.send(TopicCatalogue.SEARCHES, "s1", request);
    topology.<CandidateProposed>values(TopicCatalogue.CANDIDATES).forEach(topology::score);

    GenerationCompleted last =
        topology.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    List<FinalistChosen> finalists = topology.values(TopicCatalogue.FINALISTS);

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
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 5, 3));
    List<CandidateProposed> first = topology.values(TopicCatalogue.CANDIDATES);
    List.of(2, 0).forEach(slot -> topology.score(first.get(slot)));
    assertThat(topology.values(TopicCatalogue.GENERATIONS)).isEmpty();

    topology.score(first.get(1));

    GenerationCompleted done =
        topology.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    assertThat(done.getEvaluated()).extracting(Member::getSlot).containsExactly(0, 1, 2);
    assertThat(done.getPopulation()).extracting(Member::getRank).isSorted();
    assertThat(done.getFront()).isNotEmpty();
    assertThat(done.getHypervolume()).isBetween(0.0, 1.0);
    assertThat(done.getEvaluations()).isEqualTo(3);
    assertThat(done.getBudget()).isEqualTo(5);
    assertThat(done.getLast()).isFalse();

    List<CandidateProposed> second = topology.values(TopicCatalogue.CANDIDATES);
    assertThat(second).extracting(CandidateProposed::getGeneration).containsExactly(1, 1);
    second.forEach(topology::score);
    GenerationCompleted last =
        topology.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    assertThat(last.getLast()).isTrue();
    assertThat(last.getReason()).isEqualTo("budget spent");
    assertThat(topology.values(TopicCatalogue.CANDIDATES)).isEmpty();
  }

  @Test
  void a_search_with_a_supernet_starts_at_its_last_checkpoint() {
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.supernetSearch("s1"));
    topology.send(TopicCatalogue.CHECKPOINTS, "s1", Events.checkpoint("s1", false));
    assertThat(topology.values(TopicCatalogue.CANDIDATES)).isEmpty();

    topology.send(TopicCatalogue.CHECKPOINTS, "s1", Events.checkpoint("s1", true));

    assertThat(topology.<CandidateProposed>values(TopicCatalogue.CANDIDATES))
        .hasSize(3)
        .allMatch(candidate -> candidate.getCheckpoint().getSha256().equals("sha-200"));
  }

  @Test
  void a_request_that_cannot_be_searched_fails_with_one_line_and_harms_no_other() {
    SearchRequested broken = Events.tableSearch("broken", 6, 3);
    broken.setSpace("name: broken\ninput: nonsense\n");
    SearchRequested aimless = Events.tableSearch("aimless", 6, 3);
    aimless.getEvolution().setObjectives(List.of());
    topology.send(TopicCatalogue.SEARCHES, "broken", broken);
    topology.send(TopicCatalogue.SEARCHES, "aimless", aimless);
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));

    List<SearchFailed> failed = topology.values(TopicCatalogue.PROGRESS);
    assertThat(failed).extracting(SearchFailed::getSearchId).containsExactly("broken", "aimless");
    assertThat(failed).extracting(SearchFailed::getService).containsOnly("evolver");
    assertThat(failed.get(0).getReason()).isNotBlank().doesNotContain("\n");
    assertThat(failed.get(1).getReason())
        .isEqualTo("a search needs an objective, accuracy for instance");
    assertThat(topology.values(TopicCatalogue.CANDIDATES)).hasSize(3);
    assertThat(topology.meters().counter("scarlet.evolver.requests.refused").count()).isEqualTo(2);
  }

  @Test
  void a_score_that_does_not_count_is_a_dead_letter_with_its_reason() {
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));
    CandidateScored score =
        Events.score(topology.<CandidateProposed>values(TopicCatalogue.CANDIDATES).getFirst());
    topology.send(TopicCatalogue.SCORES, "s1", score);
    topology.send(TopicCatalogue.SCORES, "s1", score);

    List<KeyValue<String, DeadLetter>> dead = topology.received(TopicCatalogue.SCORES_DLQ);
    assertThat(dead).hasSize(1);
    assertThat(dead.getFirst().key).isEqualTo("s1");
    DeadLetter letter = dead.getFirst().value;
    assertThat(letter.getReason()).isEqualTo("s1-g000-s00 has its outcome already");
    assertThat(letter.getTopic()).isEqualTo("nas-scores");
    assertThat(letter.getOffset()).isEqualTo(1);
    byte[] value = new byte[letter.getValue().remaining()];
    letter.getValue().get(value);
    assertThat(RegistryFreeFormat.deserializer().deserialize("", value)).isEqualTo(score);
    assertThat(
            topology
                .meters()
                .counter("scarlet.evolver.dead.letters", "reason", "duplicate")
                .count())
        .isEqualTo(1);
  }

  @Test
  void records_that_cannot_be_read_are_dead_letters_and_never_fatal() {
    var raw =
        topology
            .driver()
            .createInputTopic(
                TopicCatalogue.SCORES.name(), new ByteArraySerializer(), new ByteArraySerializer());
    raw.pipeInput((byte[]) null, new byte[] {9, 9});
    raw.pipeInput((byte[]) null, new byte[0]);
    raw.pipeInput(new byte[] {1}, (byte[]) null);
    topology.send(
        TopicCatalogue.SCORES,
        "s1",
        new TrainingProgressed("s1", 1L, 2L, 1, 1, 1.0, 0.5, 0.1, 9.0));

    assertThat(topology.<DeadLetter>values(TopicCatalogue.SCORES_DLQ))
        .extracting(DeadLetter::getReason)
        .containsExactly(
            "not in Scarlet's wire format: Unknown magic byte!",
            "not in Scarlet's wire format: BufferUnderflowException",
            "the record has no value",
            "TrainingProgressed is no event of topic nas-scores");
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));
    assertThat(topology.values(TopicCatalogue.CANDIDATES)).hasSize(3);
  }

  @Test
  void a_stop_ends_the_search() {
    topology.send(TopicCatalogue.SEARCHES, "s1", Events.tableSearch("s1", 6, 3));
    topology.send(
        TopicCatalogue.SEARCHES, "s1", new SearchControlled("s1", ControlAction.STOP, "time over"));

    assertThat(topology.<GenerationCompleted>values(TopicCatalogue.GENERATIONS))
        .singleElement()
        .matches(done -> done.getLast() && done.getReason().equals("stopped: time over"));
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
    topology.send(TopicCatalogue.SEARCHES, "s1", request);
    topology.send(TopicCatalogue.CHECKPOINTS, "s1", Events.checkpoint("s1", true));
    List<CandidateProposed> candidates = topology.values(TopicCatalogue.CANDIDATES);
    for (CandidateProposed candidate : candidates) {
      CandidateScored score = Events.score(candidate);
      score.setLoss(1.0 + candidate.getSlot());
      topology.send(TopicCatalogue.SCORES, "s1", score);
    }

    GenerationCompleted done =
        topology.<GenerationCompleted>values(TopicCatalogue.GENERATIONS).getFirst();
    assertThat(done.getEvaluated()).extracting(Member::getLoss).containsExactly(1.0, 2.0, 3.0);
    assertThat(done.getFront()).extracting(Member::getSlot).containsExactly(0);
  }
}
