package io.scarlet.backend.network;

import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tensors that {@code src/test/python/make_fixtures.py} wrote.
 *
 * @param tensors by name
 */
record Fixture(Map<String, float[]> tensors) {

  static Fixture read(String name) {
    try {
      Path file = Path.of(Fixture.class.getResource(name + ".safetensors").toURI());
      return new Fixture(SafetensorsFile.read(file).tensors());
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  float[] get(String name) {
    float[] values = tensors.get(name);
    if (values == null) {
      throw new IllegalArgumentException("the fixture has no " + name);
    }
    return values;
  }

  int[] integers(String name) {
    float[] values = get(name);
    int[] integers = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      integers[i] = Math.round(values[i]);
    }
    return integers;
  }

  /** The tensors whose names start with a prefix, by the rest of their names. */
  SupernetCheckpoint checkpoint(String prefix) {
    Map<String, float[]> chosen = new LinkedHashMap<>();
    tensors.forEach(
        (name, values) -> {
          if (name.startsWith(prefix)) {
            chosen.put(name.substring(prefix.length()), values);
          }
        });
    return new SupernetCheckpoint(chosen, Map.of());
  }
}
