package io.scarlet.cli.view;

import io.scarlet.events.TrainingProgressed;
import java.io.PrintWriter;
import java.util.Optional;

/** One line for each thing that happens: for logs and pipes. */
public final class PlainView implements SearchView {

  private final PrintWriter out;
  private int epoch;
  private String training = "";

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
  public void finalistTrains(String code, int epoch, int epochs) {
    if (!code.equals(training)) {
      training = code;
      say("finalist %s trains by itself, %d epochs".formatted(code, epochs));
    }
  }

  @Override
  public void finalistTrained(
      String code, Optional<Double> testAccuracy, Optional<String> failure) {
    say(Lines.finalist(code, testAccuracy, failure));
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
