package io.scarlet.supernet.model;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.List;

/**
 * A part of a model: the stem, the block of a layer, or the tail.
 *
 * @param in features that go in
 * @param layers one after the other; none where the architecture skips
 * @param shortcut whether what goes in is added to what comes out
 */
public record ModelSegment(FeatureMap in, List<ModelLayer> layers, boolean shortcut) {

  public ModelSegment {
    layers = List.copyOf(layers);
  }
}
