package io.scarlet.supernet.checkpoint.io;

import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Checkpoints in the safetensors format: eight bytes of header size, a header in JSON, then the
 * values as little-endian float32. The same checkpoint always gives the same bytes.
 */
public final class SafetensorsFile {

  private static final String FACTS = "__metadata__";
  private static final int ALIGNMENT = 8;
  private static final int LARGEST_HEADER = 100_000_000;

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
      for (float[] values : checkpoint.tensors().values()) {
        ByteBuffer bytes = little(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
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
    for (Map.Entry<String, float[]> tensor : checkpoint.tensors().entrySet()) {
      long end = offset + (long) tensor.getValue().length * Float.BYTES;
      json.append(',').append(quoted(tensor.getKey()));
      json.append(":{\"dtype\":\"F32\",\"shape\":[").append(tensor.getValue().length);
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
   * Reads a checkpoint.
   *
   * @throws IOException if the file cannot be read or is none
   */
  public static SupernetCheckpoint read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long headerSize = readFully(channel, Long.BYTES, file).getLong();
      if (headerSize < 2 || headerSize > LARGEST_HEADER) {
        throw notSafetensors(file);
      }
      byte[] header = readFully(channel, (int) headerSize, file).array();
      Map<?, ?> entries = parse(new String(header, StandardCharsets.UTF_8), file);
      Map<String, String> facts = new LinkedHashMap<>();
      Map<String, float[]> tensors = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        Map<?, ?> value = asMap(entry.getValue(), file);
        if (entry.getKey().equals(FACTS)) {
          value.forEach((name, fact) -> facts.put(name.toString(), fact.toString()));
        } else {
          tensors.put(entry.getKey().toString(), values(value, channel, headerSize, file));
        }
      }
      return new SupernetCheckpoint(tensors, facts);
    }
  }

  private static float[] values(Map<?, ?> tensor, FileChannel channel, long headerSize, Path file)
      throws IOException {
    if (!"F32".equals(tensor.get("dtype"))
        || !(tensor.get("data_offsets") instanceof List<?> offsets)
        || offsets.size() != 2
        || !(offsets.get(0) instanceof Number from)
        || !(offsets.get(1) instanceof Number to)
        || from.longValue() < 0
        || to.longValue() < from.longValue()
        || to.longValue() - from.longValue() > Integer.MAX_VALUE
        || (to.longValue() - from.longValue()) % Float.BYTES != 0) {
      throw notSafetensors(file);
    }
    if (to.longValue() > channel.size()) { // before memory is asked for
      throw truncated(file);
    }
    channel.position(Long.BYTES + headerSize + from.longValue());
    int size = (int) (to.longValue() - from.longValue());
    float[] values = new float[size / Float.BYTES];
    readFully(channel, size, file).asFloatBuffer().get(values);
    return values;
  }

  /** JSON is YAML, so the parser that the project has anyway reads the header. */
  private static Map<?, ?> parse(String header, Path file) throws IOException {
    try {
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(LARGEST_HEADER).build();
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

  private static ByteBuffer readFully(FileChannel channel, int size, Path file) throws IOException {
    ByteBuffer bytes = little(size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw truncated(file);
      }
    }
    return bytes.flip();
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
    return new IOException(file + " is not a safetensors file of float32 tensors");
  }
}
