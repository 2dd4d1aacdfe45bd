package io.scarlet.log;

import io.scarlet.events.GenerationCompleted;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The log of one search.
 *
 * @param searchId of the search
 * @param events in the order of {@link FoldingOrder}
 * @param schemas with which the events were written, by their full names; for those that are not in
 *     it, the schemas of this version
 */
public record RecordedLog(String searchId, List<LoggedEvent> events, Map<String, Schema> schemas) {

  public RecordedLog {
    events = List.copyOf(events);
    schemas = Map.copyOf(schemas);
  }

  /** A log that is written with the schemas of this version. */
  public RecordedLog(String searchId, List<LoggedEvent> events) {
    this(searchId, events, Map.of());
  }

  /** Whether the search came to its end; a log that was cut off may lack what came last. */
  public boolean complete() {
    return events.stream()
        .anyMatch(logged -> logged.event() instanceof GenerationCompleted done && done.getLast());
  }
}
