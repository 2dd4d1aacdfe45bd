package io.scarlet.bench.peer;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the peer is to work on: the same net, weights, pictures and paths as the other side.
 *
 * @param supernet whose weights it copies
 * @param batch whose pictures and labels it copies
 * @param settings of its optimizer and loss
 * @param paths of each step, taken in turn
 * @param remember whether batch norms are to remember the batch first
 * @param threads that it may use
 */
public record Assignment(
    Supernet supernet,
    Batch batch,
    TrainingSettings settings,
    List<List<Architecture>> paths,
    boolean remember,
    int threads) {

  public Assignment {
    paths = List.copyOf(paths);
  }

  /** The request that announces it. */
  Map<String, Object> header() {
    SearchSpace space = supernet.space();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("do", "load");
    header.put("bytes", bytes());
    header.put("threads", threads);
    header.put("remember", remember);
    header.put("batch", batch.size());
    header.put("rate", settings.learningRate());
    header.put("momentum", settings.optimizer().momentum());
    header.put("decay", settings.weightDecay());
    header.put("smoothing", settings.labelSmoothing());
    header.putAll(NetDescription.of(space));
    header.put(
        "paths",
        paths.stream().map(step -> step.stream().map(Architecture::choices).toList()).toList());
    return header;
  }

  private long bytes() {
    long weights = supernet.parameters().stream().mapToLong(p -> p.value().size()).sum();
    return Float.BYTES * (weights + batch.pixels().length) + (long) Long.BYTES * batch.size();
  }

  /** Weights in the order of the network, pixels, labels: little-endian, one after the other. */
  void writeValues(OutputStream out) throws IOException {
    for (Parameter parameter : supernet.parameters()) {
      write(parameter.value().toArray(), out);
    }
    write(batch.pixels(), out);
    ByteBuffer labels =
        ByteBuffer.allocate(Long.BYTES * batch.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int label : batch.labels()) {
      labels.putLong(label);
    }
    out.write(labels.array());
  }

  private static void write(float[] values, OutputStream out) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }
}
