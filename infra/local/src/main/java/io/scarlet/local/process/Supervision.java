package io.scarlet.local.process;

import java.time.Duration;

/**
 * When a program that ended by itself is started again, and when it is given up. A run that served
 * for long clears the record.
 *
 * @param startsInVain runs in a row that never served, after which it is given up; at least 1
 * @param shortRuns runs in a row that served briefly, after which it is given up; at least 1
 * @param settled how long a run serves that is no short one
 * @param firstPause before the first new start; it doubles with each further one
 * @param longestPause what it grows to
 */
public record Supervision(
    int startsInVain, int shortRuns, Duration settled, Duration firstPause, Duration longestPause) {

  /** For a stack: what cannot start is told soon, what is killed again and again goes on long. */
  public static final Supervision STANDARD =
      new Supervision(3, 20, Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofSeconds(5));

  public Supervision {
    if (startsInVain < 1 || shortRuns < 1) {
      throw new IllegalArgumentException("a program is started at least once");
    }
  }

  /** The pause before a further start, after so many runs that did not last. */
  Duration pause(int runs) {
    Duration pause = firstPause;
    for (int run = 1; run < runs && pause.compareTo(longestPause) < 0; run++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
