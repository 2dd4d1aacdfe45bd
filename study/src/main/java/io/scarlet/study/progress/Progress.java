package io.scarlet.study.progress;

import java.io.PrintStream;
import java.time.Duration;

/** Lines about long work, one every some seconds. */
public final class Progress {

  /** The pace of the first hundredth is that of a virtual machine that still compiles. */
  private static final long SHARE = 100;

  private final PrintStream err;
  private final long interval;
  private long said;

  /**
   * Says nothing yet.
   *
   * @param interval from one line to the next
   */
  public Progress(PrintStream err, Duration interval) {
    this.err = err;
    this.interval = interval.toNanos();
    said = System.nanoTime() - this.interval;
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
      return done == units || System.nanoTime() - said >= interval;
    }

    /** A line, with the time that is left at the pace so far, once that means something. */
    public void say(long done, String line) {
      said = System.nanoTime();
      boolean early = (done - from) * SHARE < units - from;
      err.println(early || done == units ? line : line + ", " + left(done) + " left");
    }

    /** Units a second so far. */
    public double pace(long done) {
      return (done - from) / Math.max(1e-9, (System.nanoTime() - start) / 1e9);
    }

    private String left(long done) {
      long seconds = Math.round((units - done) / Math.max(1e-9, pace(done)));
      if (seconds < 100) {
        return seconds + " s";
      }
      long minutes = seconds / 60;
      return minutes < 100
          ? minutes + " min"
          : "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
  }
}
