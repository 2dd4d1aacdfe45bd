package io.scarlet.supernet.model;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.Segment;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The network of one architecture, trained: its weights and the moments of its batch norms. */
public final class TrainedModel {

  private final ModelFacts facts;
  private final SearchSpace network;
  private final SupernetCheckpoint stored;

  private TrainedModel(ModelFacts facts, SearchSpace network, SupernetCheckpoint stored) {
    this.facts = facts;
    this.network = network;
    this.stored = stored;
  }

  /**
   * A network as it is now.
   *
   * @param trained a network that {@link #untrained} gave for the same space and code
   */
  public static TrainedModel of(Supernet trained, ModelFacts facts) {
    SupernetCheckpoint stored = SupernetCheckpoint.ofWeights(trained, FactsText.of(facts));
    return new TrainedModel(facts, trained.space(), stored);
  }

  /** A network whose tensors come from elsewhere, by the names that {@link #segments} have. */
  public static TrainedModel of(Map<String, StoredTensor> tensors, ModelFacts facts) {
    return new TrainedModel(
        facts, facts.network(), SupernetCheckpoint.stored(tensors, FactsText.of(facts)));
  }

  /**
   * A model from what a file holds.
   *
   * @throws CheckpointMismatchException if it is no model, of a later version, or damaged
   */
  public static TrainedModel read(SupernetCheckpoint stored) {
    ModelFacts facts = FactsText.read(stored.facts());
    return new TrainedModel(facts, facts.network(), stored);
  }

  /** A network with fresh weights, a supernet that has but one path. */
  public static Supernet untrained(SearchSpace network, long seed, Backend backend) {
    return new Supernet(network, SkipTraining.IDENTITY, seed, backend);
  }

  /** What it says about itself. */
  public ModelFacts facts() {
    return facts;
  }

  /** What it is made of: a space of one choice a layer. */
  public SearchSpace network() {
    return network;
  }

  /** All that a file holds of it. */
  public SupernetCheckpoint stored() {
    return stored;
  }

  /**
   * The model on a backend, which stays the caller's.
   *
   * @throws CheckpointMismatchException if a tensor is missing or of another size
   */
  public Classifier on(Backend backend) {
    Supernet empty = untrained(network, 0, backend);
    stored.restoreForScoring(empty);
    return new Classifier(empty, facts.normalization());
  }

  /** The stem, a block a layer, the tail, each with its operators and their tensors in order. */
  public List<ModelSegment> segments() {
    List<ModelSegment> segments = new ArrayList<>();
    segments.add(segment(Supernet.STEM, network.stem()));
    for (SearchableLayer layer : network.layers()) {
      Segment block = layer.choices().getFirst().segment();
      segments.add(segment(Supernet.blockName(layer.number(), 0), block));
    }
    segments.add(segment(Supernet.TAIL, network.tail()));
    return segments;
  }

  private ModelSegment segment(String name, Segment blueprint) {
    List<ModelLayer> layers = new ArrayList<>();
    for (int i = 0; i < blueprint.operators().size(); i++) {
      String layer = name + "." + i;
      layers.add(new ModelLayer(layer, blueprint.operators().get(i), tensors(layer + ".")));
    }
    return new ModelSegment(blueprint.in(), layers, blueprint.shortcut());
  }

  private Map<String, StoredTensor> tensors(String prefix) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    stored
        .stored()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(prefix)) {
                tensors.put(name.substring(prefix.length()), tensor);
              }
            });
    return tensors;
  }
}
