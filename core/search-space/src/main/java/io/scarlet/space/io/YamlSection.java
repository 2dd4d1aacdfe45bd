package io.scarlet.space.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** A mapping of the file. A key that nobody reads would be a setting that does nothing: refused. */
final class YamlSection {
  private final YamlValue value;
  private final Map<String, YamlValue> entries;

  private YamlSection(YamlValue value, Map<String, YamlValue> entries) {
    this.value = value;
    this.entries = entries;
  }

  static YamlSection of(YamlValue value, MappingNode mapping, List<String> known) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlValue key = new YamlValue(tuple.getKeyNode(), "a key");
      String name = key.text();
      if (!known.contains(name)) {
        throw key.failure(
            "%s has no key '%s'%s It knows %s"
                .formatted(
                    value.what(),
                    name,
                    NearestName.question(name, known),
                    String.join(", ", known)));
      }
      YamlValue entry = new YamlValue(tuple.getValueNode(), "'" + name + "'");
      if (entries.put(name, entry) != null) {
        throw key.failure("the key '" + name + "' is there twice: remove one");
      }
    }
    return new YamlSection(value, entries);
  }

  YamlValue value() {
    return value;
  }

  YamlValue required(String key) {
    return find(key)
        .orElseThrow(() -> value.failure(value.what() + " needs the key '" + key + "'"));
  }

  Optional<YamlValue> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The one entry of a mapping that names a step, {@code conv: ...}. */
  Map.Entry<String, YamlValue> only() {
    if (entries.size() != 1) {
      throw value.failure(
          value.what() + " needs one key, got " + entries.size() + ": start each step with '-'");
    }
    return entries.entrySet().iterator().next();
  }
}
