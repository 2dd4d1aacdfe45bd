package io.scarlet.evaluator.kafka;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.schemas.kafka.TraceHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a trace says of the scoring of one record, from its reading to its outcome.
 *
 * @param span has begun, and ends when this is closed
 */
record ScoringSpan(Span span, TraceHeaders headers) implements AutoCloseable {

  private static final AttributeKey<String> SEARCH = AttributeKey.stringKey("scarlet.search");
  static final AttributeKey<String> CANDIDATE = AttributeKey.stringKey("scarlet.candidate");
  private static final AttributeKey<String> CODE = AttributeKey.stringKey("scarlet.code");
  private static final AttributeKey<String> SOURCE = AttributeKey.stringKey("scarlet.source");
  private static final AttributeKey<Double> ACCURACY = AttributeKey.doubleKey("scarlet.accuracy");

  /** The record holds this candidate. */
  void read(Candidate candidate) {
    span.setAttribute(SEARCH, candidate.searchId())
        .setAttribute(CANDIDATE, candidate.id())
        .setAttribute(CODE, candidate.code())
        .setAttribute(SOURCE, candidate.source().name());
  }

  /** This came of it. */
  void came(Outcome outcome) {
    switch (outcome) {
      case Outcome.Scored(var score, var _) -> span.setAttribute(ACCURACY, score.accuracy());
      case Outcome.Failed(String reason, var _) -> failed(reason);
    }
  }

  /** Nothing comes of it, for this reason. */
  void failed(String reason) {
    span.setStatus(StatusCode.ERROR, reason);
  }

  /** Makes a record that says what came of it part of the trace. */
  void carriedBy(ProducerRecord<byte[], byte[]> record) {
    headers.write(Context.root().with(span), record.headers());
  }

  @Override
  public void close() {
    span.end();
  }
}
