package io.scarlet.cli.view;

import io.scarlet.events.TrainingProgressed;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the time left for the training, then one for the evaluations; lines for the rest. */
public final class TerminalView implements SearchView {

  private static final int REFRESH_MILLISECONDS = 200;
  private static final String SEARCHING = "searching";

  private final PrintWriter out;
  private Optional<ProgressBar> bar = Optional.empty();
  private String task = "";
  private String standing = "";
  private boolean closed;

  /**
   * A view; bars go to standard error, so that standard output stays clean for the result.
   *
   * @param out gets the lines; stays the caller's
   */
  public TerminalView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void starting(String what) {
    clear();
    out.println(what);
    out.flush();
  }

  @Override
  public synchronized void training(TrainingProgressed progress) {
    if (task.equals(SEARCHING)) {
      return; // one bar is enough where the training goes on beside the search
    }
    step(
        "training",
        progress.getStep(),
        progress.getSteps(),
        String.format(
            Locale.ROOT,
            "loss %.3f, accuracy %.1f %%",
            progress.getLoss(),
            progress.getAccuracy() * 100));
  }

  @Override
  public synchronized void scored(int scored, int budget) {
    step(SEARCHING, scored, budget, standing);
  }

  @Override
  public synchronized void generation(Standing reached) {
    standing = Lines.brief(reached);
    step(SEARCHING, reached.evaluations(), reached.budget(), standing);
  }

  @Override
  public synchronized void finalistTrains(String code, int epoch, int epochs) {
    step("finalist " + code, epoch, epochs, "");
  }

  @Override
  public synchronized void finalistTrained(
      String code, Optional<Double> testAccuracy, Optional<String> failure) {
    starting(Lines.finalist(code, testAccuracy, failure));
  }

  /** Takes the bar away for good: what the person reads next stays. */
  @Override
  public synchronized void close() {
    clear();
    closed = true;
  }

  private void clear() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
    task = "";
  }

  private void step(String wanted, long step, long steps, String message) {
    if (closed) {
      return;
    }
    if (!task.equals(wanted)) {
      clear();
      task = wanted;
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName(wanted)
                  .setInitialMax(steps)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
                  .startsFrom(0, Duration.ZERO)
                  .build());
    }
    bar.ifPresent(shown -> shown.stepTo(step).setExtraMessage(message));
  }
}
