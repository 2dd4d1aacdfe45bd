package io.scarlet.evolver;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.TraceHeaders;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The evolver's part in traces, which decide nothing. The trace of a candidate begins where it is
 * proposed and ends where its score is folded. What follows from the score is no part of it, but
 * refers to it by a link: otherwise a search were one trace, as long as itself.
 */
final class EvolverTraces {

  private static final AttributeKey<String> SEARCH = AttributeKey.stringKey("scarlet.search");
  private static final AttributeKey<String> EVENT = AttributeKey.stringKey("scarlet.event");
  private static final AttributeKey<String> CANDIDATE = AttributeKey.stringKey("scarlet.candidate");
  private static final AttributeKey<String> DEAD_LETTER =
      AttributeKey.stringKey("scarlet.dead_letter");
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> TOPIC =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");

  private final Tracer tracer;
  private final TraceHeaders headers;

  EvolverTraces(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer("io.scarlet.evolver");
    headers = new TraceHeaders(telemetry);
  }

  /** Folds a record as part of the trace that it comes from. */
  void fold(Headers record, RecordMetadata origin, Runnable folding) {
    Span span =
        span("fold", SpanKind.CONSUMER, origin.topic())
            .setParent(headers.read(record))
            .setAttribute(PARTITION, Integer.toString(origin.partition()))
            .setAttribute(OFFSET, origin.offset())
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      folding.run();
    } catch (RuntimeException failure) {
      span.recordException(failure).setStatus(StatusCode.ERROR);
      throw failure;
    } finally {
      span.end();
    }
  }

  /** The record that is being folded holds this event. */
  void read(String event, String searchId) {
    Span.current().setAttribute(EVENT, event).setAttribute(SEARCH, searchId);
  }

  /** The record that is being folded is of no use. */
  void buried(String kind) {
    Span.current().setAttribute(DEAD_LETTER, kind);
  }

  /** Begins the trace of a candidate; its record gets these headers. */
  Headers proposed(String searchId, String candidateId) {
    Span span =
        span("propose", SpanKind.PRODUCER, TopicCatalogue.CANDIDATES.name())
            .setNoParent()
            .addLink(Span.current().getSpanContext())
            .setAttribute(SEARCH, searchId)
            .setAttribute(CANDIDATE, candidateId)
            .startSpan();
    span.end();
    return written(Context.root().with(span));
  }

  /** What a record gets that goes on with the trace of the one that is being folded. */
  Headers following() {
    return written(Context.current());
  }

  private SpanBuilder span(String name, SpanKind kind, String topic) {
    return tracer
        .spanBuilder(name)
        .setSpanKind(kind)
        .setAttribute(SYSTEM, "kafka")
        .setAttribute(TOPIC, topic);
  }

  private Headers written(Context trace) {
    Headers written = new RecordHeaders();
    headers.write(trace, written);
    return written;
  }
}
