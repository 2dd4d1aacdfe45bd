package io.scarlet.space.io;

import io.scarlet.space.SearchSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The search spaces that ship with the project. */
public final class Presets {

  private static final List<String> NAMES =
      List.of(
          "fashion-quick",
          "fashion",
          "nas-bench-macro",
          "nas-bench-macro-small",
          "scarlet-s1",
          "scarlet-s2",
          "scarlet-a",
          "scarlet-b",
          "scarlet-c");

  private Presets() {}

  /** Their names, the quickest first. */
  public static List<String> names() {
    return NAMES;
  }

  /** The YAML text of a preset, empty where there is none of the name. */
  public static Optional<String> yaml(String name) {
    return NAMES.contains(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /**
   * The space of a preset.
   *
   * @throws NoSuchElementException naming the nearest preset where there is none of the name
   */
  public static SearchSpace preset(String name) {
    return yaml(name)
        .map(SearchSpaceYaml::read)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no preset '%s'%s There are %s"
                        .formatted(
                            name, NearestName.question(name, NAMES), String.join(", ", NAMES))));
  }

  private static String text(String name) {
    try (InputStream in = Presets.class.getResourceAsStream("presets/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
