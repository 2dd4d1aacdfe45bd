package io.scarlet.evolver.rest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolver.SearchBoard;
import io.scarlet.evolver.TimedSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Asks for the stop of a search whose {@code evolution.seconds} are over since its request. The
 * stop is an event like any other, so the decider needs no clock and a replay ends there too.
 */
@ApplicationScoped
class TimeLimits {

  private static final Logger LOG = Logger.getLogger(TimeLimits.class);

  private final SearchBoard board;
  private final SearchTopic topic;
  private final Set<String> told = new HashSet<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("time-limits").factory());

  TimeLimits(SearchBoard board, SearchTopic topic) {
    this.board = board;
    this.topic = topic;
  }

  void start(@Observes StartupEvent event) {
    var _ = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  void end(@Observes ShutdownEvent event) {
    clock.shutdownNow();
  }

  /** Whether the time of a search is over. */
  static boolean isOver(TimedSearch timed, Instant now) {
    int seconds = seconds(timed);
    return seconds > 0
        && timed.search().state().end().isEmpty()
        && Duration.between(timed.requested(), now).toSeconds() >= seconds;
  }

  private void look() {
    Instant now = Instant.now();
    board
        .all()
        .forEach(
            (id, timed) -> {
              if (isOver(timed, now) && !told.contains(id)) {
                stop(id, "time is over after " + seconds(timed) + " s");
              }
            });
  }

  private void stop(String searchId, String reason) {
    try {
      topic.publish(searchId, List.of(new SearchControlled(searchId, ControlAction.STOP, reason)));
      told.add(searchId);
    } catch (ProblemException away) {
      LOG.warnf("%s: %s; trying again", searchId, away.getMessage());
    }
  }

  private static int seconds(TimedSearch timed) {
    SearchRequested request = timed.search().request().orElseThrow();
    return request.getEvolution().getSeconds();
  }
}
