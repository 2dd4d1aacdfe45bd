package io.scarlet.cli.follow;

import io.scarlet.events.SearchRequested;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long a search may take, by the clock of whoever asked for it. Reaching it is told once: it
 * becomes an event, so that the log knows when the search was stopped and a replay needs no clock.
 */
public final class TimeLimit {

  private final int seconds;
  private final long start;
  private boolean told;

  /**
   * Starts to count.
   *
   * @param request whose setting {@code evolution.seconds} it is; 0 is no limit
   * @param now the reading of the caller's clock, nanoseconds
   */
  public TimeLimit(SearchRequested request, long now) {
    this.seconds = request.getEvolution().getSeconds();
    this.start = now;
  }

  /** Why the search shall stop now; empty before, and when it was told. */
  public Optional<String> reached(long now) {
    if (told || seconds == 0 || now - start < TimeUnit.SECONDS.toNanos(seconds)) {
      return Optional.empty();
    }
    told = true;
    return Optional.of("time is over after " + seconds + " s");
  }
}
