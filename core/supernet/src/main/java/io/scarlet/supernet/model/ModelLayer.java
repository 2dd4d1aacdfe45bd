package io.scarlet.supernet.model;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.checkpoint.StoredTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An operator of a model with its tensors.
 *
 * @param name where in the network it is, {@code layers.3.choices.0.1} for instance
 * @param operator what it computes
 * @param tensors by name, as the operator needs them: {@code weight} and {@code bias}; of a batch
 *     norm {@code scale}, {@code shift}, {@code running_mean}, {@code running_variance}; of squeeze
 *     and excite {@code squeeze.weight}, {@code squeeze.bias}, {@code excite.weight}, {@code
 *     excite.bias}. Weights of convolutions and linear layers are {@code [k, k, C, O]}, of
 *     depthwise convolutions {@code [k, k, C]}.
 */
public record ModelLayer(String name, Operator operator, Map<String, StoredTensor> tensors) {

  public ModelLayer {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }
}
