package io.scarlet.export.io;

import io.scarlet.export.TensorName;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.RawFile;
import io.scarlet.supernet.checkpoint.io.RawTensor;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.layer.BatchNorm;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Weights that PyTorch has, from a safetensors file: {@link TorchFile} backwards. Files of other
 * programs may name their tensors otherwise and have values of 16 or 64 bits.
 */
public final class TorchWeights {

  /** Of PyTorch's batch norms, and of ours. */
  public static final double EPSILON = BatchNorm.EPSILON;

  /** A tensor under the name that the file has for it. */
  private record Found(String theirs, RawTensor tensor) {}

  private final Path file;
  private final Map<String, String> facts;
  private final Map<String, Found> byName;

  private TorchWeights(Path file, Map<String, String> facts, Map<String, Found> byName) {
    this.file = file;
    this.facts = facts;
    this.byName = byName;
  }

  /**
   * Opens a file; its values are read when a model is made of them.
   *
   * @throws IOException if the file cannot be read or is no safetensors
   * @throws CheckpointMismatchException if two tensors get one name
   * @throws IllegalArgumentException if a rule of the map cannot be followed
   */
  public static TorchWeights open(Path file, NameMap names) throws IOException {
    RawFile raw = SafetensorsFile.raw(file);
    Map<String, Found> byName = new LinkedHashMap<>();
    for (Map.Entry<String, RawTensor> tensor : raw.tensors().entrySet()) {
      Optional<String> ours = names.ours(tensor.getKey());
      if (ours.isPresent()) {
        Found found = new Found(tensor.getKey(), tensor.getValue());
        Found other = byName.put(ours.get(), found);
        if (other != null) {
          throw new CheckpointMismatchException(
              "%s has '%s' and '%s', and both would be '%s'"
                  .formatted(file, other.theirs, found.theirs, ours.get()));
        }
      }
    }
    return new TorchWeights(file, raw.facts(), byName);
  }

  /** The metadata of the file. */
  public Map<String, String> facts() {
    return facts;
  }

  /**
   * What the file says of its model, where {@code ./scarlet export} wrote it.
   *
   * @throws CheckpointMismatchException if it says it in part only
   */
  public Optional<ModelFacts> model() {
    return facts.containsKey("format") && facts.containsKey("space")
        ? Optional.of(TrainedModel.read(SupernetCheckpoint.stored(Map.of(), facts)).facts())
        : Optional.empty();
  }

  /**
   * The model that has these weights.
   *
   * @param described what is known of it, its network above all
   * @param epsilon what the batch norms of the file add to a variance; ours add {@link #EPSILON},
   *     and their variances make up for the difference
   * @throws CheckpointMismatchException in one line if a tensor is missing, of another shape or
   *     type, without a place in the network, or has values that are no numbers
   */
  public TrainedModel model(ModelFacts described, double epsilon) {
    Map<String, Found> left = new LinkedHashMap<>(byName);
    Map<String, StoredTensor> ours = new LinkedHashMap<>();
    for (TensorName name : TensorName.of(described.network())) {
      Found found = left.remove(name.abroad());
      if (found == null) {
        throw new CheckpointMismatchException(
            "%s has no tensor '%s' of shape %s: name one in the map, as  THEIRS: %s"
                .formatted(file, name.abroad(), name.layout().abroad(name.shape()), name.abroad()));
      }
      ours.put(name.home(), home(found, name, epsilon));
    }
    left.values().stream()
        .findFirst()
        .ifPresent(
            superfluous -> {
              throw new CheckpointMismatchException(
                  "%s has a tensor '%s' of shape %s, for which the network has no place: name it in the map, as  THEIRS: OURS, or  THEIRS: ~  to leave it out"
                      .formatted(file, superfluous.theirs, superfluous.tensor.shape()));
            });
    return TrainedModel.of(ours, described);
  }

  private StoredTensor home(Found found, TensorName name, double epsilon) {
    try {
      name.layout().check(found.tensor.shape(), name.shape());
      StoredTensor values = name.layout().home(found.tensor.floats(), name.shape());
      return name.isVariance() ? raised(values, epsilon - EPSILON) : finite(values);
    } catch (IllegalArgumentException wrong) {
      throw new CheckpointMismatchException(
          "%s: '%s' %s".formatted(file, found.theirs, wrong.getMessage()));
    }
  }

  private static StoredTensor finite(StoredTensor tensor) {
    return raised(tensor, 0);
  }

  /** All values raised by as much. */
  private static StoredTensor raised(StoredTensor tensor, double by) {
    float[] values = tensor.toArray();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException("has a value that is no number");
      }
      values[i] = (float) (values[i] + by);
    }
    return StoredTensor.of(tensor.shape(), values);
  }

  /** A line a tensor, of the file and of a network, for who writes a map of names. */
  public String listing(SearchSpace network) {
    StringBuilder text = new StringBuilder("in the file, by the names that the map gives them:\n");
    byName.forEach(
        (name, found) ->
            text.append(
                "  %s %s %s%s%n"
                    .formatted(
                        name,
                        found.tensor.type(),
                        found.tensor.shape(),
                        name.equals(found.theirs) ? "" : "  from " + found.theirs)));
    text.append("in the network:\n");
    for (TensorName name : TensorName.of(network)) {
      text.append("  %s %s%n".formatted(name.abroad(), name.layout().abroad(name.shape())));
    }
    return text.toString();
  }
}
