package io.scarlet.export.io;

import io.scarlet.export.TensorName;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
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
}
