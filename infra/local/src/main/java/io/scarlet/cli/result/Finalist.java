package io.scarlet.cli.result;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.ModelTrained;
import java.util.Optional;

/**
 * A network of the final front that was trained by itself.
 *
 * @param chosen how it was chosen
 * @param model what came of its training; empty where that has not ended
 */
public record Finalist(FinalistChosen chosen, Optional<ModelTrained> model) {

  /** Stand-alone, on pictures that neither trained nor chose it, 0 to 1; empty without a model. */
  public Optional<Double> testAccuracy() {
    return model.filter(done -> done.getFailure() == null).map(ModelTrained::getTestAccuracy);
  }

  /** Its score by shared weights, 0 to 1; empty where it has none. */
  public Optional<Double> supernetAccuracy() {
    return Optional.ofNullable(chosen.getAccuracy());
  }

  /** Why there is no model; empty where there is one, or will be. */
  public Optional<String> failure() {
    return model.flatMap(done -> Optional.ofNullable(done.getFailure()));
  }

  /** The file of the model; empty without one. */
  public Optional<ArtifactReference> artifact() {
    return model.flatMap(done -> done.getArtifacts().stream().findFirst());
  }
}
