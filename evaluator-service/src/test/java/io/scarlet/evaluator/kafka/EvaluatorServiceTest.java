package io.scarlet.evaluator.kafka;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.ScoreStatus;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.testing.KafkaStackResource;
import io.scarlet.testing.MalformedRecords;
import io.scarlet.testing.metrics.MetricsPage;
import io.scarlet.testing.metrics.ServedMetrics;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker with a real registry. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "evaluator"))
class EvaluatorServiceTest {

  private static final String TABLE = "nas-bench-macro-cifar10";

  @ConfigProperty(name = "test.broker")
  String bootstrapServers;

  @ConfigProperty(name = "test.registry")
  URI registry;

  private Log log;

  @BeforeEach
  void openLog() {
    log = new Log(bootstrapServers, registry);
  }

  @Test
  void candidatesAreScoredOnceEachAndPoisonStopsNothing() {
    log.propose(Log.candidate("measured", 0, TABLE, "00000000"));
    log.propose("poison", "not avro at all".getBytes(UTF_8));
    log.propose("unknown-schema", new byte[] {0, 0, 15, 66, 63, 1, 2, 3});
    log.propose("nothing", null);
    log.propose("cut-short", Arrays.copyOf(log.encoded(Log.candidate("short", 0, TABLE, "0")), 20));
    log.propose("no-number", brokenNumber(log.encoded(Log.candidate("broken", 0, TABLE, "0"))));
    log.propose(Log.candidate("measured", 1, TABLE, "22212202"));
    log.propose(Log.candidate("measured", 2, TABLE, "00000009"));

    List<CandidateScored> scores = scores("measured", 3);

    assertThat(scores)
        .extracting(CandidateScored::getStatus)
        .containsExactly(ScoreStatus.SCORED, ScoreStatus.SCORED, ScoreStatus.FAILED);
    assertThat(scores.get(0).getAccuracy()).isCloseTo(0.4536333, within(1e-7));
    assertThat(scores.get(1).getAccuracy()).isCloseTo(0.9312667, within(1e-7));
    assertThat(scores.get(2).getAccuracy()).isNull();
    assertThat(scores.get(2).getFailure()).startsWith("layer 8 has no choice '9'");
    assertThat(scores).allSatisfy(score -> assertThat(score.getEvaluatorId()).isEqualTo("tester"));
  }

  @Test
  void whatCannotBeUsedBecomesADeadLetterWithItsReasonAndItsBytes() {
    byte[] poison = "poison for the letters".getBytes(UTF_8);
    log.propose("letters", poison);
    log.propose("letters-huge", hugeText(log.encoded(Log.candidate("huge", 0, TABLE, "0"))));
    log.propose(Log.candidate("letters", 0, "no-such-table", "0"));

    List<DeadLetter> letters =
        log.read(
            TopicCatalogue.CANDIDATES_DLQ,
            DeadLetter.class,
            letter -> UTF_8.decode(letter.getKey().duplicate()).toString().startsWith("letters"),
            3);

    assertThat(letters)
        .hasSize(3)
        .allSatisfy(letter -> assertThat(letter.getTopic()).isEqualTo("nas-candidates"));
    assertThat(letters)
        .anySatisfy(
            letter -> {
              assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(poison));
              assertThat(letter.getReason()).startsWith("not in Scarlet's wire format: ");
            })
        .anySatisfy(letter -> assertThat(letter.getReason()).contains("exceeds maximum allowed"))
        .anySatisfy(
            letter -> assertThat(letter.getReason()).startsWith("no table 'no-such-table'"));
  }

  @Test
  void thousandsOfMalformedRecordsChangeNoScore() {
    log.propose(Log.candidate("stormy", 0, TABLE, "00000000"));
    MalformedRecords records =
        new MalformedRecords(
            7, List.of(log.encoded(Log.candidate("nobody", 0, TABLE, "11111111"))));
    log.propose(Stream.generate(records::next).limit(2_500).toList());
    log.propose(Log.candidate("stormy", 1, TABLE, "22212202"));

    assertThat(scores("stormy", 2))
        .extracting(CandidateScored::getAccuracy)
        .satisfiesExactly(
            first -> assertThat(first).isCloseTo(0.4536333, within(1e-7)),
            second -> assertThat(second).isCloseTo(0.9312667, within(1e-7)));
    List<DeadLetter> letters =
        log.read(TopicCatalogue.CANDIDATES_DLQ, DeadLetter.class, letter -> true, 2_000);
    assertThat(letters).hasSizeGreaterThan(2_000);
    given().get("/q/health").then().statusCode(200);
  }

  @Test
  void healthAndMetricsTellOfTheWork() {
    log.propose(Log.candidate("observed", 0, TABLE, "11111111"));
    scores("observed", 1);

    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    String metrics = metrics();
    assertThat(metrics)
        .contains("scarlet_evaluator_evaluation_seconds_count{outcome=\"scored\",}")
        .doesNotContain("\"observed");
  }

  @Test
  void thePageOnMetricsSaysWhatIsServed() throws IOException {
    ServedMetrics served = ServedMetrics.of(metrics());
    MetricsPage page = MetricsPage.read(Path.of("../docs"));

    assertThat(served.rows("scarlet_")).isEqualTo(page.rows("scarlet_evaluator_"));
    assertThat(served.missing(page, "jvm_", "process_")).isEmpty();
  }

  private static String metrics() {
    return given()
        .accept("text/plain")
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** Behind the schema's id comes the length of the first text: five bytes that never end. */
  private static byte[] brokenNumber(byte[] encoded) {
    Arrays.fill(encoded, 5, 15, (byte) 0xff);
    return encoded;
  }

  /** The first text claims to be as long as two thousand million bytes. */
  private static byte[] hugeText(byte[] encoded) {
    byte[] length = {(byte) 0x80, (byte) 0xd0, (byte) 0xac, (byte) 0xf3, 0x0e};
    System.arraycopy(length, 0, encoded, 5, length.length);
    return encoded;
  }

  private List<CandidateScored> scores(String search, int count) {
    List<CandidateScored> scores =
        log.read(
            TopicCatalogue.SCORES,
            CandidateScored.class,
            score -> score.getSearchId().equals(search),
            count);
    return scores.stream().sorted(Comparator.comparing(CandidateScored::getCandidateId)).toList();
  }
}
