package io.scarlet.supernet.checkpoint.io;

import io.scarlet.space.io.YamlBounds;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Checkpoints in the safetensors format: eight bytes of header size, a header in JSON, then the
 * values as little-endian float32. The same checkpoint always gives the same bytes.
 */
public final class SafetensorsFile {

  private static final String FACTS = "__metadata__";
  private static final String FLOAT = "F32";
  private static final ValueLayout.OfLong SIZE =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int ALIGNMENT = 8;
  private static final int LARGEST_HEADER = 100_000_000;
  private static final int DEEPEST_HEADER = 3;

  private SafetensorsFile() {}

  /** Writes a checkpoint; the file is replaced. */
  public static void write(SupernetCheckpoint checkpoint, Path file) throws IOException {
    byte[] header = header(checkpoint).getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer start = little(Long.BYTES + header.length);
      writeFully(channel, start.putLong(header.length).put(header).flip());
      for (StoredTensor tensor : checkpoint.stored().values()) {
        ByteBuffer bytes = little(tensor.size() * Float.BYTES);
        bytes.asFloatBuffer().put(tensor.values());
        writeFully(channel, bytes);
      }
    }
  }

  private static String header(SupernetCheckpoint checkpoint) {
    StringBuilder json = new StringBuilder("{").append(quoted(FACTS)).append(":{");
    String separator = "";
    for (Map.Entry<String, String> fact : checkpoint.facts().entrySet()) {
      json.append(separator).append(quoted(fact.getKey())).append(':');
      json.append(quoted(fact.getValue()));
      separator = ",";
    }
    json.append('}');
    long offset = 0;
    for (Map.Entry<String, StoredTensor> tensor : checkpoint.stored().entrySet()) {
      long end = offset + (long) tensor.getValue().size() * Float.BYTES;
      json.append(',').append(quoted(tensor.getKey()));
      json.append(":{\"dtype\":\"" + FLOAT + "\",\"shape\":[");
      json.append(
          tensor.getValue().shape().stream().map(String::valueOf).collect(Collectors.joining(",")));
      json.append("],\"data_offsets\":[").append(offset).append(',').append(end).append("]}");
      offset = end;
    }
    json.append('}');
    while ((Long.BYTES + json.toString().getBytes(StandardCharsets.UTF_8).length) % ALIGNMENT
        != 0) {
      json.append(' ');
    }
    return json.toString();
  }

  /** In ASCII: what JSON allows beyond it, the parser of the header does not all take. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /**
   * Opens a checkpoint, whose values are float32. They are mapped, not read: what is not used takes
   * no memory. The file must not change while they are in use.
   *
   * @throws IOException if the file cannot be read or is none
   */
  public static SupernetCheckpoint read(Path file) throws IOException {
    RawFile raw = raw(file);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, RawTensor> tensor : raw.tensors().entrySet()) {
      if (!tensor.getValue().type().equals(FLOAT)) {
        throw new IOException(notSafetensors(file).getMessage() + " of float32 tensors");
      }
      try {
        tensors.put(tensor.getKey(), tensor.getValue().floats());
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw new IOException(notSafetensors(file).getMessage(), e);
      }
    }
    return SupernetCheckpoint.stored(tensors, raw.facts());
  }

  /**
   * Opens a file of tensors of any type, mapped as well.
   *
   * @throws IOException if the file cannot be read or is none
   */
  public static RawFile raw(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment all =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
      if (all.byteSize() < Long.BYTES) {
        throw truncated(file);
      }
      long headerSize = all.get(SIZE, 0);
      if (headerSize < 2 || headerSize > LARGEST_HEADER) {
        throw notSafetensors(file);
      }
      if (headerSize > all.byteSize() - Long.BYTES) {
        throw truncated(file);
      }
      byte[] header = all.asSlice(Long.BYTES, headerSize).toArray(ValueLayout.JAVA_BYTE);
      Map<?, ?> entries = parse(new String(header, StandardCharsets.UTF_8), file);
      MemorySegment data = all.asSlice(Long.BYTES + headerSize);
      Map<String, String> facts = new LinkedHashMap<>();
      Map<String, RawTensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        Map<?, ?> value = asMap(entry.getValue(), file);
        if (entry.getKey().equals(FACTS)) {
          value.forEach((name, fact) -> facts.put(name.toString(), fact.toString()));
        } else {
          tensors.put(entry.getKey().toString(), tensor(value, data, file));
        }
      }
      return new RawFile(facts, tensors);
    }
  }

  private static RawTensor tensor(Map<?, ?> tensor, MemorySegment data, Path file)
      throws IOException {
    if (!(tensor.get("dtype") instanceof String type)
        || !(tensor.get("shape") instanceof List<?> sides)
        || !(tensor.get("data_offsets") instanceof List<?> offsets)
        || offsets.size() != 2
        || !(offsets.get(0) instanceof Number from)
        || !(offsets.get(1) instanceof Number to)
        || from.longValue() < 0
        || to.longValue() < from.longValue()
        || to.longValue() - from.longValue() > Integer.MAX_VALUE) {
      throw notSafetensors(file);
    }
    if (to.longValue() > data.byteSize()) {
      throw truncated(file);
    }
    ByteBuffer bytes =
        data.asSlice(from.longValue(), to.longValue() - from.longValue()).asByteBuffer();
    try {
      return new RawTensor(type, shape(sides), bytes);
    } catch (IllegalArgumentException e) {
      throw new IOException(notSafetensors(file).getMessage(), e);
    }
  }

  private static List<Integer> shape(List<?> sides) {
    List<Integer> shape = new ArrayList<>();
    for (Object side : sides) {
      if (!(side instanceof Number number)) {
        throw new IllegalArgumentException(side + " is no size");
      }
      shape.add(number.intValue());
    }
    return shape;
  }

  /** JSON is YAML, so the parser that the project has anyway reads the header. */
  private static Map<?, ?> parse(String header, Path file) throws IOException {
    try {
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(LARGEST_HEADER).build();
      if (YamlBounds.tooDeep(settings, header, DEEPEST_HEADER).isPresent()) {
        throw notSafetensors(file);
      }
      return asMap(new Load(settings).loadFromString(header), file);
    } catch (YamlEngineException e) {
      throw new IOException(notSafetensors(file).getMessage(), e);
    }
  }

  private static Map<?, ?> asMap(Object value, Path file) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw notSafetensors(file);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static IOException truncated(Path file) {
    return new IOException(file + " is truncated");
  }

  private static IOException notSafetensors(Path file) {
    return new IOException(file + " is not a safetensors file");
  }
}
