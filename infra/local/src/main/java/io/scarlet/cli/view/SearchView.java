package io.scarlet.cli.view;

import io.scarlet.events.TrainingProgressed;
import java.util.Optional;

/** Shows a search while it runs. Closing leaves the terminal as it was. */
public interface SearchView extends AutoCloseable {

  /** The stack gets ready: what it waits for now. */
  void starting(String what);

  /** The supernet trains. */
  void training(TrainingProgressed progress);

  /**
   * Candidates were scored.
   *
   * @param scored how many so far
   * @param budget how many there will be
   */
  void scored(int scored, int budget);

  /** A generation is complete. */
  void generation(Standing standing);

  /** A finalist trains by itself: epochs so far, and in all. */
  void finalistTrains(String code, int epoch, int epochs);

  /** A finalist has its model, or never will: what it is worth by itself, or why there is none. */
  void finalistTrained(String code, Optional<Double> testAccuracy, Optional<String> failure);

  @Override
  void close();
}
