package io.scarlet.export.io;

import io.scarlet.export.TensorName;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model as safetensors for PyTorch: names of a {@code state_dict}, channels first, and in the
 * metadata what the model says of itself with its operators as JSON under {@code network}. {@code
 * examples/pytorch/scarlet_model.py} builds the network from that.
 */
public final class TorchFile {

  private static final String NETWORK = "network";

  private TorchFile() {}

  /**
   * Writes a model; the file is replaced.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(TrainedModel model, Path file) throws IOException {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (TensorName name : TensorName.of(model.network())) {
      tensors.put(name.abroad(), name.layout().abroad(model.stored().stored().get(name.home())));
    }
    Map<String, String> facts = new LinkedHashMap<>(model.stored().facts());
    facts.put(NETWORK, NetworkJson.of(model));
    SafetensorsFile.write(SupernetCheckpoint.stored(tensors, facts), file);
  }

  /**
   * Reads weights that PyTorch has, for a network that is known.
   *
   * @param file safetensors of float32
   * @param renamed where the file names a tensor otherwise: from our name of a {@code state_dict}
   *     to the file's
   * @param facts of the model to be, which name the network
   * @throws IOException if the file cannot be read, or lacks a tensor, or has it in another shape
   */
  public static TrainedModel read(Path file, Map<String, String> renamed, ModelFacts facts)
      throws IOException {
    Map<String, StoredTensor> theirs = SafetensorsFile.read(file).stored();
    Map<String, StoredTensor> ours = new LinkedHashMap<>();
    for (TensorName name : TensorName.of(facts.network())) {
      String wanted = renamed.getOrDefault(name.abroad(), name.abroad());
      StoredTensor found = theirs.get(wanted);
      if (found == null) {
        throw new IOException(
            "%s has no tensor '%s': name it in the map, as %s=NAME"
                .formatted(file, wanted, name.abroad()));
      }
      try {
        ours.put(name.home(), name.layout().home(found, name.shape()));
      } catch (IllegalArgumentException other) {
        throw new IOException("%s: '%s' %s".formatted(file, wanted, other.getMessage()), other);
      }
    }
    return TrainedModel.of(ours, facts);
  }
}
