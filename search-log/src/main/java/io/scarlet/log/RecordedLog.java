package io.scarlet.log;

import io.scarlet.events.GenerationCompleted;
import java.util.List;

/**
 * The log of one search.
 *
 * @param searchId of the search
 * @param events in the order of {@link FoldingOrder}
 */
public record RecordedLog(String searchId, List<LoggedEvent> events) {

  public RecordedLog {
    events = List.copyOf(events);
  }

  /** Whether the search came to its end; a log that was cut off may lack what came last. */
  public boolean complete() {
    return events.stream()
        .anyMatch(logged -> logged.event() instanceof GenerationCompleted done && done.getLast());
  }
}
