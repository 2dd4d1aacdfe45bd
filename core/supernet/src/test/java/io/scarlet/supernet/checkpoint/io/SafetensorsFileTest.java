package io.scarlet.supernet.checkpoint.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

  @TempDir private Path folder;

  private static SupernetCheckpoint checkpoint() {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    tensors.put("stem.0.weight", new float[] {1, -2.5f, Float.MIN_VALUE});
    tensors.put("empty", new float[0]);
    tensors.put("a \"quoted\" \\ name", new float[] {Float.NaN, Float.NEGATIVE_INFINITY, -0f});
    return new SupernetCheckpoint(tensors, Map.of("step", "12", "note", "line\nbreak, é"));
  }

  private Path written() throws IOException {
    Path file = folder.resolve("checkpoint.safetensors");
    SafetensorsFile.write(checkpoint(), file);
    return file;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  @Test
  void whatIsWrittenIsReadBitForBitAndInOrder() throws IOException {
    SupernetCheckpoint read = SafetensorsFile.read(written());
    assertThat(read.facts()).isEqualTo(checkpoint().facts());
    assertThat(read.tensors().keySet()).containsExactlyElementsOf(checkpoint().tensors().keySet());
    checkpoint()
        .tensors()
        .forEach((name, v) -> assertThat(bits(read.tensors().get(name))).isEqualTo(bits(v)));
  }

  @Test
  void aTensorKeepsItsShape() throws IOException {
    Path file = folder.resolve("shapes.safetensors");
    var weights = new StoredTensor(List.of(2, 1, 3), FloatBuffer.wrap(new float[6]));
    SafetensorsFile.write(SupernetCheckpoint.stored(Map.of("w", weights), Map.of()), file);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("\"shape\":[2,1,3]");
    assertThat(SafetensorsFile.read(file).stored().get("w").shape()).containsExactly(2, 1, 3);
  }

  @Property(tries = 100)
  void anyNamesAndFactsSurvive(
      @ForAll @Size(max = 5) Map<String, Float> values,
      @ForAll @Size(max = 3) Map<String, String> facts)
      throws IOException {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    values.forEach((name, value) -> tensors.put("w" + printable(name), new float[] {value}));
    Map<String, String> texts = new LinkedHashMap<>();
    facts.forEach((name, fact) -> texts.put(printable(name), printable(fact)));
    Path file = Files.createTempFile("checkpoint", ".safetensors");
    try {
      SafetensorsFile.write(new SupernetCheckpoint(tensors, texts), file);
      SupernetCheckpoint read = SafetensorsFile.read(file);
      assertThat(read.facts()).isEqualTo(texts);
      assertThat(read.tensors().keySet()).isEqualTo(tensors.keySet());
      tensors.forEach((name, v) -> assertThat(read.tensors().get(name)).isEqualTo(v));
    } finally {
      Files.delete(file);
    }
  }

  /** Latin letters and what JSON must quote; a name of more than 1,000 letters is none. */
  private static String printable(String text) {
    return text.codePoints()
        .limit(100)
        .map(c -> 1 + c % 0x17E)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void theSameCheckpointGivesTheSameBytesWithValuesAlignedForTheirReaders() throws IOException {
    byte[] once = Files.readAllBytes(written());
    assertThat(Files.readAllBytes(written())).isEqualTo(once);
    long header = ByteBuffer.wrap(once).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat((8 + header) % 8).isZero();
    assertThat(once).hasSize(Math.toIntExact(8 + header + 6 * Float.BYTES));
  }

  @Test
  void aShorterCheckpointLeavesNothingOfTheFileItReplaces() throws IOException {
    Path file = written();
    SafetensorsFile.write(new SupernetCheckpoint(Map.of("w", new float[] {1}), Map.of()), file);
    assertThat(SafetensorsFile.read(file).tensors().keySet()).isEqualTo(Set.of("w"));
    assertThat(Files.size(file)).isLessThan(120);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 60, -1})
  void aTruncatedFileIsNamed(int kept) throws IOException {
    Path file = written();
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, kept < 0 ? all.length + kept : kept));
    assertThatThrownBy(() -> SafetensorsFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is truncated");
  }

  static List<String> headers() {
    return List.of(
        "{\"w\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1]}}",
        "{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[\"x\"],\"data_offsets\":[0,4]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9000000000]}}",
        "[".repeat(100_000),
        "{\"w\":{\"shape\":".repeat(20_000),
        "a: &a [*a]",
        "{\"w\":7}",
        "[1, 2]",
        "{\"w\":");
  }

  @ParameterizedTest
  @MethodSource("headers")
  void aFileThatIsNoneOfFloatsIsRefusedInOneLine(String header) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    Path file = folder.resolve("other.safetensors");
    Files.write(file, bytes.putLong(text.length).put(text).array());
    assertThatThrownBy(() -> SafetensorsFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " is not a safetensors file");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    Path file = folder.resolve("weights.zip");
    Files.write(file, "PK and a lot more of something".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> SafetensorsFile.read(file))
        .hasMessageStartingWith(file + " is not a safetensors file");
  }
}
