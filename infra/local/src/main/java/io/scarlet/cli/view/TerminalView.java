package io.scarlet.cli.view;

import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.TrainingProgressed;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the time left for the training, then one for the evaluations. */
public final class TerminalView implements SearchView {

  private static final int REFRESH_MILLISECONDS = 200;

  private Optional<ProgressBar> bar = Optional.empty();
  private String task = "";
  private String standing = "";

  /** A view on standard error, so that standard output stays clean for the result. */
  public TerminalView() {}

  @Override
  public void starting(String what) {
    bar("starting", -1).setExtraMessage(what);
  }

  @Override
  public void training(TrainingProgressed progress) {
    ProgressBar training = bar("training", progress.getSteps());
    training.stepTo(progress.getStep());
    training.setExtraMessage(
        String.format(
            Locale.ROOT,
            "loss %.3f, accuracy %.1f %%",
            progress.getLoss(),
            progress.getAccuracy() * 100));
  }

  @Override
  public void scored(int scored, int budget) {
    ProgressBar searching = bar("searching", budget);
    searching.stepTo(scored);
    searching.setExtraMessage(standing);
  }

  @Override
  public void generation(GenerationCompleted generation) {
    standing = "generation " + generation.getGeneration() + ", " + Lines.standing(generation);
    ProgressBar searching = bar("searching", generation.getBudget());
    searching.stepTo(generation.getEvaluations());
    searching.setExtraMessage(standing);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  private ProgressBar bar(String wanted, long steps) {
    if (bar.isEmpty() || !task.equals(wanted)) {
      close();
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
    return bar.get();
  }
}
