package io.scarlet.evolver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.scarlet.events.CandidateProposed;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evolver's part in the trace of a candidate. */
class EvolverTracesTest {

  private static final List<Topic> DECISIONS =
      List.of(
          TopicCatalogue.GENERATIONS,
          TopicCatalogue.FINALISTS,
          TopicCatalogue.PROGRESS,
          TopicCatalogue.SCORES_DLQ);

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetry traces =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  @TempDir private Path state;

  @Test
  void a_search_decides_the_same_to_the_byte_with_traces_and_without() {
    List<TestRecord<String, byte[]>> plain = wholeSearch("plain", OpenTelemetry.noop());
    List<TestRecord<String, byte[]>> traced = wholeSearch("traced", traces);

    assertThat(plain).hasSizeGreaterThan(12);
    assertThat(plain).allSatisfy(record -> assertThat(record.headers()).isEmpty());
    assertThat(traced).allSatisfy(record -> assertThat(traceparent(record.headers())).isNotNull());
    assertThat(traced)
        .map(EvolverTracesTest::said)
        .isEqualTo(plain.stream().map(EvolverTracesTest::said).toList());
  }

  @Test
  void a_trace_leads_from_a_proposal_to_the_folding_of_its_score_and_no_further() {
    try (TopologyTestDriver driver = driver("one", traces)) {
      send(driver, TopicCatalogue.SEARCHES, Events.tableSearch("s1", 3, 2), new RecordHeaders());
      List<TestRecord<String, byte[]>> first = read(driver, TopicCatalogue.CANDIDATES);
      for (TestRecord<String, byte[]> each : first) {
        send(driver, TopicCatalogue.SCORES, Events.score(candidate(each)), each.headers());
      }
      TestRecord<String, byte[]> second = read(driver, TopicCatalogue.CANDIDATES).getFirst();

      SpanData proposed = spans("propose").get(first.size() - 1);
      SpanData folded = spans("fold").getLast();
      SpanData next = spans("propose").getLast();
      assertThat(proposed.getParentSpanContext().isValid()).isFalse();
      assertThat(traceparent(first.getLast().headers()))
          .isEqualTo(traceparent(proposed.getSpanContext()));
      assertThat(folded.getTraceId()).isEqualTo(proposed.getTraceId());
      assertThat(folded.getParentSpanId()).isEqualTo(proposed.getSpanId());
      assertThat(next.getTraceId()).isNotEqualTo(proposed.getTraceId());
      assertThat(next.getParentSpanContext().isValid()).isFalse();
      assertThat(next.getLinks())
          .extracting(LinkData::getSpanContext)
          .containsExactly(folded.getSpanContext());
      assertThat(traceparent(second.headers())).isEqualTo(traceparent(next.getSpanContext()));
    }
  }

  @Test
  void a_score_whose_headers_name_no_trace_is_folded_in_a_trace_of_its_own() {
    try (TopologyTestDriver driver = driver("torn", traces)) {
      send(driver, TopicCatalogue.SEARCHES, Events.tableSearch("s1", 3, 2), new RecordHeaders());
      CandidateProposed first = candidate(read(driver, TopicCatalogue.CANDIDATES).getFirst());
      Headers torn = new RecordHeaders().add("traceparent", "no trace".getBytes(UTF_8));
      send(driver, TopicCatalogue.SCORES, Events.score(first), torn);

      assertThat(read(driver, TopicCatalogue.SCORES_DLQ)).isEmpty();
      assertThat(spans("fold").getLast().getParentSpanContext().isValid()).isFalse();
    }
  }

  /** All decisions of a search whose every third score is told twice. */
  private List<TestRecord<String, byte[]>> wholeSearch(String name, OpenTelemetry telemetry) {
    List<TestRecord<String, byte[]>> decisions = new ArrayList<>();
    try (TopologyTestDriver driver = driver(name, telemetry)) {
      send(driver, TopicCatalogue.SEARCHES, Events.tableSearch("s1", 12, 4), new RecordHeaders());
      List<TestRecord<String, byte[]>> open = read(driver, TopicCatalogue.CANDIDATES);
      while (!open.isEmpty()) {
        decisions.addAll(open);
        for (TestRecord<String, byte[]> proposed : open.reversed()) {
          CandidateProposed candidate = candidate(proposed);
          for (int told = 0; told <= (candidate.getSlot() % 3 == 0 ? 1 : 0); told++) {
            send(driver, TopicCatalogue.SCORES, Events.score(candidate), proposed.headers());
          }
        }
        open = read(driver, TopicCatalogue.CANDIDATES);
      }
      DECISIONS.forEach(topic -> decisions.addAll(read(driver, topic)));
    }
    return decisions;
  }

  private TopologyTestDriver driver(String name, OpenTelemetry telemetry) {
    return Topologies.driver(
        state.resolve(name), new SearchBoard(), new SimpleMeterRegistry(), telemetry);
  }

  private static void send(
      TopologyTestDriver driver, Topic topic, SpecificRecord event, Headers headers) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), RegistryFreeFormat.serializer())
        .pipeInput(new TestRecord<>("s1", event, headers, 1L));
  }

  private static List<TestRecord<String, byte[]>> read(TopologyTestDriver driver, Topic topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private static CandidateProposed candidate(TestRecord<String, byte[]> record) {
    return (CandidateProposed)
        RegistryFreeFormat.deserializer()
            .deserialize(TopicCatalogue.CANDIDATES.name(), record.value());
  }

  /** What can be read of a record, its headers aside. */
  private static String said(TestRecord<String, byte[]> record) {
    return record.key() + "@" + record.timestamp() + HexFormat.of().formatHex(record.value());
  }

  private List<SpanData> spans(String name) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }

  private static String traceparent(Headers headers) {
    return headers.lastHeader("traceparent") == null
        ? null
        : new String(headers.lastHeader("traceparent").value(), UTF_8);
  }

  private static String traceparent(SpanContext span) {
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
  }
}
