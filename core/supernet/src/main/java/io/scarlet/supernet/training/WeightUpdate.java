package io.scarlet.supernet.training;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Slot;
import java.util.List;

/**
 * What a step does to the weights whose gradients it has.
 *
 * @param optimizer by which they move
 * @param weightDecay of those that decay
 */
record WeightUpdate(Optimizer optimizer, double weightDecay) {

  /** Before the first step: means of squares start at 1, as in TensorFlow. */
  void begin(List<Parameter> parameters, Backend backend) {
    switch (optimizer) {
      case Optimizer.Sgd _ -> {}
      case Optimizer.RmsProp _ -> parameters.forEach(p -> backend.fill(p.slot(Slot.SQUARES), 1));
    }
  }

  void apply(Parameter parameter, Backend backend, float rate) {
    float decay = parameter.decays() ? (float) weightDecay : 0;
    switch (optimizer) {
      case Optimizer.Sgd(double momentum) ->
          backend.sgd(
              parameter.value(),
              parameter.gradient(),
              parameter.slot(Slot.VELOCITY),
              rate,
              (float) momentum,
              decay);
      case Optimizer.RmsProp(double momentum, double keep, double epsilon) ->
          backend.rmsProp(
              parameter.value(),
              parameter.gradient(),
              parameter.slot(Slot.SQUARES),
              parameter.slot(Slot.VELOCITY),
              rate,
              (float) keep,
              (float) momentum,
              (float) epsilon,
              decay);
    }
  }
}
