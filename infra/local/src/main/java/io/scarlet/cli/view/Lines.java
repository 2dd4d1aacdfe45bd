package io.scarlet.cli.view;

import io.scarlet.events.TrainingProgressed;
import java.util.Locale;
import java.util.Optional;

/** What happened, on one line. */
final class Lines {

  private Lines() {}

  static String training(TrainingProgressed progress) {
    return String.format(
        Locale.ROOT,
        "training: epoch %d of %d, step %d of %d, loss %.3f, accuracy %.1f %%, %.0f pictures/s",
        progress.getEpoch(),
        progress.getEpochs(),
        progress.getStep(),
        progress.getSteps(),
        progress.getLoss(),
        progress.getAccuracy() * 100,
        progress.getPicturesPerSecond());
  }

  static String finalist(String code, Optional<Double> testAccuracy, Optional<String> failure) {
    if (failure.isPresent()) {
      return "finalist %s has no model: %s".formatted(code, failure.get());
    }
    return "finalist %s: test accuracy %s by itself"
        .formatted(
            code,
            testAccuracy
                .map(share -> String.format(Locale.ROOT, "%.2f %%", share * 100))
                .orElse("unknown"));
  }

  static String generation(Standing standing) {
    return String.format(
        Locale.ROOT,
        "generation %d: %d of %d evaluated, front %d, best accuracy %.2f %%, hypervolume %.4f%s",
        standing.generation(),
        standing.evaluations(),
        standing.budget(),
        standing.front(),
        standing.bestAccuracy() * 100,
        standing.hypervolume(),
        standing.rescoredWith().isPresent()
            ? ", scored anew with the weights of step " + standing.rescoredWith().getAsLong()
            : "");
  }

  /** The same in few letters, for the room beside a bar. */
  static String brief(Standing standing) {
    return String.format(
        Locale.ROOT,
        "gen %d, front %d, best %.2f %%",
        standing.generation(),
        standing.front(),
        standing.bestAccuracy() * 100);
  }
}
