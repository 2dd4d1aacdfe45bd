package io.scarlet.supernet.training;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Slot;
import java.util.List;

/**
 * The exponential moving average of weights. Early averages keep less, {@code (1 + n) / (10 + n)}
 * after {@code n} steps, as in TensorFlow: the random weights of the start would linger otherwise.
 *
 * @param decay share that a late step keeps, [0, 1); 0 for no average
 */
record WeightAverage(double decay) {

  private static final double DELAY = 10;

  /** Before the first step. */
  void begin(List<Parameter> parameters, Backend backend) {
    if (decay > 0) {
      parameters.forEach(p -> backend.copy(p.value(), p.slot(Slot.AVERAGE)));
    }
  }

  /**
   * After a step.
   *
   * @param steps so far, that one included
   */
  void follow(List<Parameter> parameters, Backend backend, long steps) {
    if (decay > 0) {
      float share = (float) share(steps);
      parameters.forEach(p -> backend.average(p.slot(Slot.AVERAGE), p.value(), share));
    }
  }

  /** How far the average moves towards the weights. */
  double share(long steps) {
    return 1 - Math.min(decay, (1 + steps) / (DELAY + steps));
  }
}
