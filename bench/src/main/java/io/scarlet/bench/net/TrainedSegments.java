package io.scarlet.bench.net;

import io.scarlet.space.Choice;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.space.blueprint.Segment;
import java.util.List;

/** What a supernet trains for a choice: the choice, or the stabilizer where it skips. */
public final class TrainedSegments {

  private TrainedSegments() {}

  /** The operators of a choice in training. */
  public static Segment of(SearchableLayer layer, Choice choice) {
    return choice.skip()
        ? new Segment(
            layer.in(),
            List.of(new Operator.Convolution(layer.in(), layer.in().channels(), 1, 1, false)),
            false)
        : choice.segment();
  }
}
