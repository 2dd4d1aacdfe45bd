package io.scarlet.export.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as an ONNX graph. It takes {@code pictures}, float32 of {@code [N, C, H, W]} with pixels
 * scaled to 0 to 1, any N, normalises them itself, and gives {@code logits} of {@code [N,
 * classes]}. What the model says of itself is in the file's metadata. The same model always gives
 * the same bytes.
 */
public final class OnnxFile {

  /** The first version of the operators that has a hard swish of its own is 14. */
  private static final int OPERATOR_SET = 17;

  /** The version of the format that came with these operators. */
  private static final int FORMAT = 8;

  private OnnxFile() {}

  /**
   * Writes a model; the file is replaced.
   *
   * @param folded whether batch norms become part of the convolutions ahead of them: fewer nodes,
   *     the same function but for rounding
   * @throws IOException if it cannot be written
   */
  public static void write(TrainedModel model, boolean folded, Path file) throws IOException {
    ModelProto.Builder written =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("scarlet")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
            .setGraph(OnnxNetwork.of(model, folded));
    Map<String, String> facts = new TreeMap<>(model.stored().facts());
    facts.forEach(
        (name, value) ->
            written.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(name).setValue(value)));
    Files.write(file, written.build().toByteArray());
  }
}
