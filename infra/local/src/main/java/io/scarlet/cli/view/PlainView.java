package io.scarlet.cli.view;

import io.scarlet.events.TrainingProgressed;
import java.io.PrintWriter;

/** One line for each thing that happens: for logs and pipes. */
public final class PlainView implements SearchView {

  private final PrintWriter out;
  private int epoch;

  /**
   * A view.
   *
   * @param out gets the lines; stays the caller's
   */
  public PlainView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void starting(String what) {
    say(what);
  }

  @Override
  public void training(TrainingProgressed progress) {
    if (progress.getEpoch() != epoch || progress.getStep() == progress.getSteps()) {
      epoch = progress.getEpoch();
      say(Lines.training(progress));
    }
  }

  @Override
  public void scored(int scored, int budget) {
    if (scored == 1) {
      say("the first candidate is scored");
    }
  }

  @Override
  public void generation(Standing standing) {
    say(Lines.generation(standing));
  }

  @Override
  public void close() {
    out.flush();
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
