package io.scarlet.evaluator.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.scarlet.evaluator.settings.Sharing;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.testing.KafkaStack;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trace of a candidate on its way through an evaluator, on a real broker. */
@Timeout(120)
class ScoringTracesTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PROPOSAL = "b7ad6b7169203331";
  private static final String FAILING = "failing";

  private final String bootstrapServers = KafkaStack.shared().bootstrapServers();
  private final URI registry = KafkaStack.shared().registry();
  private final Log log = new Log(bootstrapServers, registry);
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetry traces =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();

  @ParameterizedTest
  @EnumSource
  void a_score_goes_on_with_the_trace_of_its_candidate(Sharing sharing) {
    String search = "traced-" + sharing.name().toLowerCase(Locale.ROOT);
    propose(Log.candidate(search, 0, "any", "0"));
    propose(Log.candidate(search, 1, "any", FAILING));
    CandidateLoop loop =
        new TestEvaluator(bootstrapServers, sharing, search, search)
            .loop(
                new WireFormat(registry),
                Scorers.after(
                    candidate -> {
                      if (candidate.code().equals(FAILING)) {
                        throw new IllegalStateException("out of luck");
                      }
                    }),
                new Heard(),
                traces);

    try (RunningLoop _ = RunningLoop.of(loop)) {
      List<Log.Told<CandidateScored>> scores =
          log.readWithHeaders(
              TopicCatalogue.SCORES,
              CandidateScored.class,
              score -> score.getSearchId().equals(search) && score.getEvaluatorId().equals(search),
              2);

      assertThat(scores)
          .hasSize(2)
          .allSatisfy(
              told -> {
                SpanData span = scoring(told.event().getCandidateId());
                assertThat(span.getTraceId()).isEqualTo(TRACE);
                assertThat(span.getParentSpanId()).isEqualTo(PROPOSAL);
                assertThat(traceparent(told.headers()))
                    .isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
              });
      assertThat(scoring(search + "-0-0").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
      assertThat(scoring(search + "-0-1").getStatus().getDescription())
          .isEqualTo("gave up after 1 attempts: IllegalStateException: out of luck");
    }
  }

  private void propose(CandidateProposed candidate) {
    Headers headers =
        new RecordHeaders()
            .add("traceparent", "00-%s-%s-01".formatted(TRACE, PROPOSAL).getBytes(UTF_8));
    log.propose(candidate.getCandidateId(), log.encoded(candidate), headers);
  }

  private SpanData scoring(String candidate) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals("score"))
        .filter(span -> candidate.equals(span.getAttributes().get(ScoringSpan.CANDIDATE)))
        .findFirst()
        .orElseThrow();
  }

  private static String traceparent(Headers headers) {
    return new String(headers.lastHeader("traceparent").value(), UTF_8);
  }
}
