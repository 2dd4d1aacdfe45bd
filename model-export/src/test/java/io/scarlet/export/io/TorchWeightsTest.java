package io.scarlet.export.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scarlet.export.TensorName;
import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.Presets;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models out of weights that PyTorch has. */
class TorchWeightsTest {

  private static final String CODE = "13203";

  @TempDir private Path folder;

  @Test
  void what_was_exported_comes_back_with_the_same_weights_facts_and_logits() throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of(CODE, backend.open());
      Path file = folder.resolve("model.safetensors");
      TorchFile.write(model, file);

      TorchWeights weights = TorchWeights.open(file, NameMap.NONE);
      TrainedModel back = weights.model(weights.model().orElseThrow(), TorchWeights.EPSILON);

      assertThat(back.facts()).isEqualTo(model.facts());
      assertThat(back.stored().facts()).isEqualTo(model.stored().facts());
      assertSameWeights(back, model);
      assertThat(back.on(backend.open()).logits(new float[28 * 28]))
          .isEqualTo(model.on(backend.open()).logits(new float[28 * 28]));
    }
  }

  @Test
  void names_are_mapped_by_the_first_rule_that_is_the_whole_name() throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of(CODE, backend.open());
      Map<String, StoredTensor> theirs = new LinkedHashMap<>();
      theirs(model)
          .forEach(
              (name, tensor) ->
                  theirs.put(
                      name.replace("stem.0.weight", "first")
                          .replaceFirst("^layers[.](\\d+)[.](\\d+)[.]", "blocks.$2.of.$1."),
                      tensor));
      theirs.put("aux.head.weight", tensor(List.of(2, 2), 1, 2, 3, 4));
      Path file = write(theirs);
      NameMap names =
          NameMap.read(
              """
              first: stem.0.weight
              'blocks[.](\\d+)[.]of[.](\\d+)[.](.*)': layers.$2.$1.$3
              'blocks.*': nowhere
              'aux[.].*': ~
              """);

      TrainedModel back = TorchWeights.open(file, names).model(model.facts(), TorchWeights.EPSILON);

      assertSameWeights(back, model);
    }
  }

  @Test
  void layers_that_are_linear_may_be_convolutions_of_one_pixel_and_the_other_way_round()
      throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of("12121", backend.open());
      Map<String, StoredTensor> theirs = new LinkedHashMap<>();
      theirs(model)
          .forEach(
              (name, tensor) -> {
                List<Integer> shape = tensor.shape();
                boolean pixel = shape.size() == 4 && shape.get(3) == 1 && shape.get(1) > 1;
                List<Integer> written =
                    pixel
                        ? shape.subList(0, 2)
                        : shape.size() == 2 ? List.of(shape.get(0), shape.get(1), 1, 1) : shape;
                theirs.put(name, new StoredTensor(written, tensor.values()));
              });

      TrainedModel back =
          TorchWeights.open(write(theirs), NameMap.NONE).model(model.facts(), TorchWeights.EPSILON);

      assertSameWeights(back, model);
    }
  }

  @Test
  void variances_make_up_for_another_epsilon() throws Exception {
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel model = Models.of(CODE, backend.open());
      Path file = write(theirs(model));

      TrainedModel raised = TorchWeights.open(file, NameMap.NONE).model(model.facts(), 1e-3);

      String variance = "stem.1.running_variance";
      float before = model.stored().stored().get(variance).toArray()[0];
      assertThat(raised.stored().stored().get(variance).toArray()[0])
          .isEqualTo((float) (before + (1e-3 - TorchWeights.EPSILON)));
      assertThat(raised.stored().stored().get("stem.1.running_mean").toArray())
          .isEqualTo(model.stored().stored().get("stem.1.running_mean").toArray());
    }
  }

  @Test
  void halves_and_doubles_are_read_and_counters_are_passed_over() throws Exception {
    SearchSpace network = Models.tiny().network();
    Map<String, float[]> values = new LinkedHashMap<>();
    StringBuilder header = new StringBuilder("{");
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    String[] types = {"F16", "BF16", "F64", "F32"};
    for (TensorName name : TensorName.of(network)) {
      List<Integer> shape = name.layout().abroad(name.shape());
      float[] halves = new float[shape.stream().reduce(1, Math::multiplyExact)];
      String type = types[values.size() % types.length];
      int from = bytes.position();
      for (int i = 0; i < halves.length; i++) {
        halves[i] = (i % 9 - 4) / 8f + 1; // exact in all types
        put(bytes, type, halves[i]);
      }
      values.put(name.abroad(), halves);
      header.append(entry(name.abroad(), type, shape, from, bytes.position())).append(',');
    }
    int from = bytes.position();
    bytes.putLong(7);
    header.append(entry("stem.1.num_batches_tracked", "I64", List.of(), from, from + 8));
    Path file = raw(header.append('}').toString(), bytes);

    TrainedModel model =
        TorchWeights.open(file, NameMap.NONE).model(Models.tiny(), TorchWeights.EPSILON);

    for (TensorName name : TensorName.of(network)) {
      assertThat(name.layout().abroad(model.stored().stored().get(name.home())).toArray())
          .as(name.home())
          .isEqualTo(values.get(name.abroad()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "missing | has no tensor 'tail.1.bias' of shape [2]: name one in the map, as  THEIRS:"
            + " tail.1.bias",
        "superfluous | has a tensor 'extra' of shape [1], for which the network has no place: name"
            + " it in the map, as  THEIRS: OURS, or  THEIRS: ~  to leave it out",
        "misshapen | 'tail.1.bias' has the shape [3] where the network needs [2]",
        "quantised | 'tail.1.bias' is of type I8, and weights are F32, F16, BF16 or F64",
        "infinite | 'tail.1.bias' has a value that is no number",
        "twice | has 'tail.1.bias' and 'extra', and both would be 'tail.1.bias'"
      })
  void what_does_not_fit_is_told_in_one_line_with_the_name_of_the_tensor(String fault, String line)
      throws Exception {
    Map<String, StoredTensor> theirs = new LinkedHashMap<>();
    for (TensorName name : TensorName.of(Models.tiny().network())) {
      List<Integer> shape = name.layout().abroad(name.shape());
      theirs.put(name.abroad(), ones(shape));
    }
    NameMap names = NameMap.NONE;
    switch (fault) {
      case "missing" -> theirs.remove("tail.1.bias");
      case "superfluous" -> theirs.put("extra", ones(List.of(1)));
      case "misshapen" -> theirs.put("tail.1.bias", ones(List.of(3)));
      case "infinite" -> theirs.put("tail.1.bias", tensor(List.of(2), 1, Float.NaN));
      case "twice" -> {
        theirs.put("extra", ones(List.of(2)));
        names = NameMap.read("extra: tail.1.bias");
      }
      default -> theirs.put("tail.1.bias", ones(List.of(2)));
    }
    Path file = write(theirs);
    if (fault.equals("quantised")) {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int at = text.indexOf("F32", text.indexOf("tail.1.bias"));
      bytes[at] = 'I';
      bytes[at + 1] = '8';
      bytes[at + 2] = '"';
      bytes[at + 3] = ' ';
      Files.write(file, bytes);
    }
    NameMap map = names;

    assertThatThrownBy(
            () -> TorchWeights.open(file, map).model(Models.tiny(), TorchWeights.EPSILON))
        .isInstanceOf(CheckpointMismatchException.class)
        .hasMessageEndingWith(line)
        .hasMessageStartingWith(file.toString());
  }

  @Test
  void a_map_that_is_none_is_refused() {
    assertThatThrownBy(() -> NameMap.read("- a"))
        .hasMessage("a map of names has lines such as  theirs: ours");
    assertThatThrownBy(() -> NameMap.read("'a(': b"))
        .hasMessageStartingWith("'a(' is no regular expression: ");
    assertThatThrownBy(() -> NameMap.read("a: [")).hasMessageStartingWith("not YAML: ");
    assertThatThrownBy(() -> NameMap.read("a: b$1").ours("a"))
        .hasMessageStartingWith("'b$1' is no replacement for 'a': ");
  }

  @Test
  void scarlet_a_takes_weights_and_has_as_many_as_its_costs_say() throws Exception {
    String space = Presets.yaml("scarlet-a").orElseThrow();
    SearchSpace read = Presets.preset("scarlet-a");
    ModelFacts facts = Models.imported(space, read.onlyArchitecture().orElseThrow().code(), 3);
    Map<String, StoredTensor> theirs = new LinkedHashMap<>();
    long trainable = 0;
    for (TensorName name : TensorName.of(facts.network())) {
      List<Integer> shape = name.layout().abroad(name.shape());
      float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
      boolean plain = name.abroad().endsWith("running_var") || shape.size() == 1;
      for (int i = 0; i < values.length; i++) {
        values[i] = plain ? 1 : (float) Math.sin(i + theirs.size()) / 10;
      }
      trainable += name.abroad().contains("running") ? 0 : values.length;
      theirs.put(name.abroad(), StoredTensor.of(shape, values));
    }

    TrainedModel model =
        TorchWeights.open(write(theirs), NameMap.NONE).model(facts, TorchWeights.EPSILON);

    Costs costs = CostModel.of(read, read.onlyArchitecture().orElseThrow());
    assertThat(trainable).isEqualTo(costs.params()).isGreaterThan(6_000_000);
    try (ConfiguredBackend backend = Models.backend()) {
      float[] picture = new float[Math.toIntExact(read.input().size())];
      assertThat(model.on(backend.open()).logits(picture))
          .hasSize(1000)
          .doesNotContain(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }
  }

  @Test
  void a_network_of_pytorch_with_names_of_its_own_gives_the_logits_that_pytorch_gives()
      throws Exception {
    PythonWithTorch python = new PythonWithTorch(folder);
    assumeTrue(python.isThere(), "no python3 has torch");
    try (ConfiguredBackend backend = Models.backend()) {
      TrainedModel pattern = Models.of("12121", backend.open());
      Path exported = folder.resolve("pattern.safetensors");
      TorchFile.write(pattern, exported);
      PictureSet pictures = Pictures.first(200, pattern.network());
      Path scaled = PythonWithTorch.write(folder.resolve("pictures"), Pictures.scaled(pictures));
      Path theirs = folder.resolve("theirs.safetensors");
      Path logits = folder.resolve("logits");

      python.run(
          """
          import json, struct, sys, torch
          from scarlet_model import ScarletModel, read
          torch.manual_seed(3)
          model = ScarletModel(read(sys.argv[1])[1])  # weights of PyTorch, not of the file
          with open(sys.argv[2], "rb") as f:
              x = torch.frombuffer(bytearray(f.read()), dtype=torch.float32).view(-1, 1, 28, 28)
          with torch.no_grad():
              model.train()(x)  # so that batch norms remember something
              with open(sys.argv[4], "wb") as f:
                  f.write(model.eval()(x).numpy().tobytes())
          header, body = {}, b""
          for name, value in model.state_dict().items():
              data = value.numpy().tobytes()
              header[name] = {"dtype": "I64" if value.dtype == torch.int64 else "F32",
                              "shape": list(value.shape),
                              "data_offsets": [len(body), len(body) + len(data)]}
              body += data
          text = json.dumps(header).encode()
          with open(sys.argv[3], "wb") as f:
              f.write(struct.pack("<Q", len(text)) + text + body)
          """,
          exported,
          scaled,
          theirs,
          logits);

      NameMap names =
          NameMap.read(
              """
              'operators[.]layers_(\\d+)_(\\d+)[.](.*)': layers.$1.$2.$3
              'operators[.](stem|tail)_(\\d+)[.](?:1[.])?(.*)': $1.$2.$3
              """);
      TrainedModel model =
          TorchWeights.open(theirs, names).model(pattern.facts(), TorchWeights.EPSILON);
      assertThat(
              model
                  .on(backend.open())
                  .logits(Pictures.normalized(pictures, pattern.facts().normalization())))
          .containsExactly(PythonWithTorch.read(logits), Offset.offset(1e-4f));
    }
  }

  private static void assertSameWeights(TrainedModel back, TrainedModel model) {
    assertThat(back.stored().stored().keySet())
        .containsExactlyInAnyOrderElementsOf(model.stored().stored().keySet());
    model
        .stored()
        .tensors()
        .forEach(
            (name, values) ->
                assertThat(back.stored().tensors().get(name)).as(name).isEqualTo(values));
  }

  private Map<String, StoredTensor> theirs(TrainedModel model) throws IOException {
    Path file = folder.resolve("exported.safetensors");
    TorchFile.write(model, file);
    return SafetensorsFile.read(file).stored();
  }

  private Path write(Map<String, StoredTensor> tensors) throws IOException {
    Path file = folder.resolve("theirs.safetensors");
    SafetensorsFile.write(SupernetCheckpoint.stored(tensors, Map.of()), file);
    return file;
  }

  private static StoredTensor tensor(List<Integer> shape, float... values) {
    return StoredTensor.of(shape, values);
  }

  private static StoredTensor ones(List<Integer> shape) {
    float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
    Arrays.fill(values, 1);
    return StoredTensor.of(shape, values);
  }

  private static void put(ByteBuffer bytes, String type, float value) {
    switch (type) {
      case "F16" -> bytes.putShort(Float.floatToFloat16(value));
      case "BF16" -> bytes.putShort((short) (Float.floatToIntBits(value) >>> Short.SIZE));
      case "F64" -> bytes.putDouble(value);
      default -> bytes.putFloat(value);
    }
  }

  private static String entry(String name, String type, List<Integer> shape, int from, int to) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, type, shape, from, to);
  }

  private Path raw(String header, ByteBuffer values) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + text.length + values.position())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .put(values.flip());
    return Files.write(folder.resolve("raw.safetensors"), file.array());
  }
}
