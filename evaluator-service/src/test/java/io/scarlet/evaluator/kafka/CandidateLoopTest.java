package io.scarlet.evaluator.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evaluator.settings.Sharing;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.ScoreStatus;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.RegistryUnavailable;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.testing.KafkaStack;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every way of sharing promises when Kafka, the registry or evaluators fail. */
@Timeout(120)
class CandidateLoopTest {

  private final String bootstrapServers = KafkaStack.shared().bootstrapServers();
  private final URI registry = KafkaStack.shared().registry();
  private final Log log = new Log(bootstrapServers, registry);

  @ParameterizedTest
  @EnumSource
  void aCandidateWhoseTransactionFailsIsScoredAgainAndItsScoreShowsOnce(Sharing sharing)
      throws Exception {
    String search = search("fenced", sharing);
    log.propose(Log.candidate(search, 0, "any", "0"));
    AtomicInteger attempts = new AtomicInteger();
    Heard heard = new Heard();
    TestEvaluator evaluator = evaluator(sharing, search);
    CandidateLoop loop =
        evaluator.loop(
            new WireFormat(registry),
            Scorers.after(
                candidate -> {
                  if (candidate.searchId().equals(search) && attempts.incrementAndGet() == 1) {
                    fence(evaluator);
                  }
                }),
            heard);

    try (RunningLoop _ = RunningLoop.of(loop)) {
      assertThat(scores(search, search, 1)).hasSize(1);
      assertThat(attempts).hasValue(2);
      assertThat(heard.stalls).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void candidatesWaitWhileTheRegistryIsAway(Sharing sharing) throws Exception {
    String search = search("waiting", sharing);
    log.propose(Log.candidate(search, 0, "any", "0"));
    WireFormat nobody = new WireFormat(URI.create("http://127.0.0.1:1"));
    Heard heard = new Heard();
    TestEvaluator evaluator = evaluator(sharing, search);

    try (RunningLoop _ = RunningLoop.of(evaluator.loop(nobody, Scorers.content(), heard))) {
      for (int stall = 0; stall <= Attempts.MOST + 1; stall++) {
        assertThat(heard.stalls.poll(60, TimeUnit.SECONDS)).isInstanceOf(RegistryUnavailable.class);
      }
    }

    CandidateLoop back = evaluator.loop(new WireFormat(registry), Scorers.content(), heard);
    try (RunningLoop _ = RunningLoop.of(back)) {
      assertThat(scores(search, search, 1))
          .as("an outage is no attempt, however often it is met")
          .singleElement()
          .satisfies(score -> assertThat(score.getStatus()).isEqualTo(ScoreStatus.SCORED));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCandidateWhoseEvaluatorDiesIsScoredByAnother(Sharing sharing) throws Exception {
    String search = search("orphan", sharing);
    log.propose(Log.candidate(search, 0, "any", PoisonedEvaluator.POISON));
    Process first = PoisonedEvaluator.start(bootstrapServers, registry, sharing, search);
    assertThat(first.waitFor()).isEqualTo(PoisonedEvaluator.DEAD_OF_POISON);

    CandidateLoop other =
        evaluator(sharing, search).loop(new WireFormat(registry), Scorers.content(), new Heard());
    try (RunningLoop _ = RunningLoop.of(other)) {
      assertThat(scores(search, search, 1))
          .singleElement()
          .satisfies(score -> assertThat(score.getStatus()).isEqualTo(ScoreStatus.SCORED));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCandidateThatKillsEveryEvaluatorIsGivenUpAndItsNeighboursAreScored(Sharing sharing)
      throws Exception {
    String search = search("killing", sharing);
    for (int slot = 0; slot < 6; slot++) {
      String code = slot == 3 ? PoisonedEvaluator.POISON : "healthy";
      log.propose(Log.candidate(search, slot, "any", code));
    }

    int deaths = 0;
    Process evaluator = PoisonedEvaluator.start(bootstrapServers, registry, sharing, search);
    while (evaluator.inputReader().readLine() == null) {
      assertThat(evaluator.waitFor()).isEqualTo(PoisonedEvaluator.DEAD_OF_POISON);
      deaths++;
      evaluator = PoisonedEvaluator.start(bootstrapServers, registry, sharing, search);
    }

    List<CandidateScored> scores = scores(search, PoisonedEvaluator.NAME, 6);
    evaluator.destroyForcibly().waitFor();
    assertThat(deaths).as("alone, and perhaps once together with others").isBetween(3, 4);
    assertThat(scores).hasSize(6);
    assertThat(scores)
        .filteredOn(score -> score.getStatus() == ScoreStatus.FAILED)
        .singleElement()
        .satisfies(
            score -> {
              assertThat(score.getCandidateId()).isEqualTo(search + "-0-3");
              assertThat(score.getFailure()).isEqualTo("gave up: 3 evaluators died over it");
            });
    assertThat(letters(search)).singleElement().isEqualTo("gave up: 3 evaluators died over it");
  }

  private static String search(String purpose, Sharing sharing) {
    return purpose + "-" + sharing.name().toLowerCase(Locale.ROOT);
  }

  /** One that has the group of a search to itself. */
  private TestEvaluator evaluator(Sharing sharing, String search) {
    return new TestEvaluator(bootstrapServers, sharing, search, search);
  }

  private List<CandidateScored> scores(String search, String evaluator, int count) {
    return log.read(
        TopicCatalogue.SCORES,
        CandidateScored.class,
        score -> score.getSearchId().equals(search) && score.getEvaluatorId().equals(evaluator),
        count);
  }

  private List<String> letters(String search) {
    return log
        .read(
            TopicCatalogue.CANDIDATES_DLQ,
            DeadLetter.class,
            letter -> UTF_8.decode(letter.getKey().duplicate()).toString().startsWith(search),
            1)
        .stream()
        .map(DeadLetter::getReason)
        .toList();
  }

  /** Ends the transactions of an evaluator. */
  private static void fence(TestEvaluator evaluator) {
    try (Producer<byte[], byte[]> intruder =
        evaluator.clients().producer(evaluator.id() + "-transactions")) {
      intruder.initTransactions();
    }
  }
}
