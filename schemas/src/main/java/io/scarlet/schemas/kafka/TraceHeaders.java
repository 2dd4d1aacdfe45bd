package io.scarlet.schemas.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where a trace goes on from one service to the next: in the headers of a record, {@code
 * traceparent} of the W3C as things are set. Values are the same with and without them, and nothing
 * decides by them.
 */
public final class TraceHeaders {

  private final TextMapPropagator propagator;

  /** As this telemetry propagates; one that is off writes nothing and finds nothing. */
  public TraceHeaders(OpenTelemetry telemetry) {
    propagator = telemetry.getPropagators().getTextMapPropagator();
  }

  /** The trace that a record is part of; none where its headers name none, or nothing readable. */
  public Context read(Headers headers) {
    return propagator.extract(Context.root(), headers, new Reading());
  }

  /** Makes a record part of a trace; where there is none, the headers stay as they are. */
  public void write(Context trace, Headers headers) {
    propagator.inject(
        trace, headers, (carrier, name, value) -> replace(carrier, name, value.getBytes(UTF_8)));
  }

  private static void replace(Headers headers, String name, byte[] value) {
    headers.remove(name);
    headers.add(name, value);
  }

  private static final class Reading implements TextMapGetter<Headers> {

    @Override
    public Iterable<String> keys(Headers headers) {
      return Arrays.stream(headers.toArray()).map(Header::key).toList();
    }

    @Override
    public String get(Headers headers, String name) {
      Header last = headers.lastHeader(name);
      return last == null || last.value() == null ? null : new String(last.value(), UTF_8);
    }
  }
}
