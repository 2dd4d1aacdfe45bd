package io.scarlet.trainer;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long a training waits for pictures: next to nothing, or it is the pictures that limit it. */
final class PictureWait {

  private final Timer timer;
  private final long begin = System.nanoTime();
  private long waited;

  /** From now on, metered here. */
  PictureWait(Timer timer) {
    this.timer = timer;
  }

  /** Runs what waits. */
  void during(Runnable waiting) {
    long asked = System.nanoTime();
    waiting.run();
    long took = System.nanoTime() - asked;
    waited += took;
    timer.record(Duration.ofNanos(took));
  }

  /** Share of the time since the start, 0 to 1. */
  double share() {
    return waited / (double) Math.max(1, System.nanoTime() - begin);
  }
}
