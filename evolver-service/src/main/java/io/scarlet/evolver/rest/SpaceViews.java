package io.scarlet.evolver.rest;

import io.scarlet.rest.ChoiceStatus;
import io.scarlet.rest.LayerStatus;
import io.scarlet.rest.SegmentStatus;
import io.scarlet.rest.SpaceStatus;
import io.scarlet.space.Choice;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Segment;
import java.util.List;

/** Search spaces as answers show them. */
final class SpaceViews {

  private SpaceViews() {}

  static SpaceStatus of(SearchSpace space) {
    return new SpaceStatus(
        space.name(),
        shape(space.input()),
        space.classes(),
        space.size().toString(),
        segment(space.stem()),
        space.layers().stream().map(SpaceViews::layer).toList(),
        segment(space.tail()));
  }

  private static LayerStatus layer(SearchableLayer layer) {
    return new LayerStatus(
        layer.number(),
        layer.stage(),
        shape(layer.out()),
        layer.stride(),
        layer.choices().stream().map(SpaceViews::choice).toList());
  }

  private static ChoiceStatus choice(Choice choice) {
    return new ChoiceStatus(
        choice.label(),
        choice.skip(),
        choice.segment().parameters(),
        choice.segment().multiplyAdds());
  }

  private static SegmentStatus segment(Segment segment) {
    return new SegmentStatus(shape(segment.out()), segment.parameters(), segment.multiplyAdds());
  }

  private static List<Integer> shape(FeatureMap map) {
    return List.of(map.height(), map.width(), map.channels());
  }
}
