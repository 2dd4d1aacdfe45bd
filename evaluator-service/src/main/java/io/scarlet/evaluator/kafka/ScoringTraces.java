package io.scarlet.evaluator.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.scarlet.schemas.kafka.TraceHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The evaluator's part in the trace of a candidate, which decides nothing. It goes on from the
 * headers of the candidate's record to those of its score, whichever way the record came.
 */
final class ScoringTraces {

  private final Tracer tracer;
  private final TraceHeaders headers;

  ScoringTraces(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer("io.scarlet.evaluator");
    headers = new TraceHeaders(telemetry);
  }

  /** Begins with the scoring of a record. One that is scored again has a second span. */
  ScoringSpan score(ConsumerRecord<byte[], byte[]> record) {
    return new ScoringSpan(
        tracer
            .spanBuilder("score")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(headers.read(record.headers()))
            .setAttribute("messaging.system", "kafka")
            .setAttribute("messaging.destination.name", record.topic())
            .setAttribute(
                "messaging.destination.partition.id", Integer.toString(record.partition()))
            .setAttribute("messaging.kafka.offset", record.offset())
            .startSpan(),
        headers);
  }
}
