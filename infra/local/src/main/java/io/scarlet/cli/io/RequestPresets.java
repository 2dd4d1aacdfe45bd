package io.scarlet.cli.io;

import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import io.scarlet.request.io.RequestYaml;
import io.scarlet.space.io.NearestName;
import io.scarlet.space.io.Presets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The requests that ship with the project. */
public final class RequestPresets {

  /** What a search without options runs. */
  public static final String DEFAULT = "fashion-quick";

  private static final List<String> NAMES = List.of(DEFAULT, "nas-bench-macro", "fashion");

  private RequestPresets() {}

  /** Their names, the default first. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A preset as it is written.
   *
   * @throws RequestRefused naming the nearest preset where there is none of the name
   */
  public static Written.Mapping written(String name) {
    if (!NAMES.contains(name) && Presets.names().contains(name)) {
      throw new RequestRefused(
          "'%s' is a search space: name it with --set space=%s, and pictures for it with --data"
              .formatted(name, name));
    }
    if (!NAMES.contains(name)) {
      throw new RequestRefused(
          "there is no preset '%s'%s There are %s"
              .formatted(name, NearestName.question(name, NAMES), String.join(", ", NAMES)));
    }
    String file = "/presets/" + name + ".yaml";
    try (InputStream in = RequestPresets.class.getResourceAsStream(file)) {
      return RequestYaml.mapping(
          "preset " + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
