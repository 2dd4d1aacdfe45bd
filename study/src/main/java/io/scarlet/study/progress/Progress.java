package io.scarlet.study.progress;

import java.io.PrintStream;
import java.time.Duration;

/** Lines about long work, one every some seconds. */
public final class Progress {

  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final PrintStream err;
  private long said;

  /** Says nothing yet. */
  public Progress(PrintStream err) {
    this.err = err;
    said = System.nanoTime() - INTERVAL;
  }

  /** A line at once. */
  public void say(String line) {
    err.println(line);
  }

  /** Work of so many units that begins now. */
  public Work begin(long done, long units) {
    return new Work(done, units);
  }

  /** Work that goes on. */
  public final class Work {

    private final long start = System.nanoTime();
    private final long from;
    private final long units;

    private Work(long from, long units) {
      this.from = from;
      this.units = units;
    }

    /**
     * Whether a line about this work is due: some seconds after the one before, and when all is
     * done.
     */
    public boolean isDue(long done) {
      return done == units || System.nanoTime() - said >= INTERVAL;
    }

    /** A line, with the time that is left at the pace so far. */
    public void say(long done, String line) {
      said = System.nanoTime();
      Progress.this.say(done == units ? line : line + ", " + left(done) + " left");
    }

    /** Units a second so far. */
    public double pace(long done) {
      return (done - from) / Math.max(1e-9, (System.nanoTime() - start) / 1e9);
    }

    private String left(long done) {
      long seconds = Math.round((units - done) / Math.max(1e-9, pace(done)));
      return seconds < 100
          ? seconds + " s"
          : "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }
  }
}
