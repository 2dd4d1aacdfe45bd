package io.scarlet.evolver.rest;

import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import java.util.Optional;

/**
 * What the trainer says of a finalist.
 *
 * @param latest how far it is; empty before the first report
 * @param trained what came of it; empty before
 */
record ModelProgress(Optional<ModelProgressed> latest, Optional<ModelTrained> trained) {

  static final ModelProgress NONE = new ModelProgress(Optional.empty(), Optional.empty());

  ModelProgress with(ModelProgressed report) {
    return new ModelProgress(Optional.of(report), trained);
  }

  ModelProgress with(ModelTrained result) {
    return new ModelProgress(latest, Optional.of(result));
  }
}
