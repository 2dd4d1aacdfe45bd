package io.scarlet.supernet.checkpoint.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A safetensors file as it is.
 *
 * @param facts its metadata, in order
 * @param tensors by name, in order
 */
public record RawFile(Map<String, String> facts, Map<String, RawTensor> tensors) {

  public RawFile {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }
}
