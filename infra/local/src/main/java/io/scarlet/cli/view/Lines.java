package io.scarlet.cli.view;

import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.TrainingProgressed;
import java.util.Locale;
import java.util.Objects;

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

  static String generation(GenerationCompleted generation) {
    return String.format(
        Locale.ROOT,
        "generation %d: %d of %d evaluated, %s%s",
        generation.getGeneration(),
        generation.getEvaluations(),
        generation.getBudget(),
        standing(generation),
        generation.getEvaluated().stream().anyMatch(Member::getRescored)
            ? ", scored anew with the weights of step " + generation.getCheckpointStep()
            : "");
  }

  /** How good the front is by now. */
  static String standing(GenerationCompleted generation) {
    return String.format(
        Locale.ROOT,
        "front %d, best accuracy %.2f %%, hypervolume %.4f",
        generation.getFront().size(),
        bestAccuracy(generation) * 100,
        generation.getHypervolume());
  }

  /** The same in few letters, for the room beside a bar. */
  static String brief(GenerationCompleted generation) {
    return String.format(
        Locale.ROOT,
        "gen %d, front %d, best %.2f %%",
        generation.getGeneration(),
        generation.getFront().size(),
        bestAccuracy(generation) * 100);
  }

  private static double bestAccuracy(GenerationCompleted generation) {
    return generation.getFront().stream()
        .map(Member::getAccuracy)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }
}
