package io.scarlet.bench.net;

import io.scarlet.space.io.NearestName;
import io.scarlet.space.io.Presets;
import io.scarlet.space.io.SearchSpaceYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;

/** The nets that can be measured. */
public final class Nets {

  private static final String SCARLET_S1 = "scarlet-s1";
  private static final List<String> FIXED =
      List.of("reference-28x28x1", "reference-32x32x3", "small-e3k3", "small-e6k3");
  private static final List<String> SUPERNETS = List.of("fashion-quick", SCARLET_S1);

  private static final int OWN_BATCH = 96;
  private static final int SMALL_BATCH = 50;
  private static final int LARGE_PICTURES = 8;
  private static final int EVALUATED = 250;

  private Nets() {}

  /** All names. */
  public static List<String> names() {
    return java.util.stream.Stream.concat(FIXED.stream(), SUPERNETS.stream()).toList();
  }

  /** What is trained where nobody names a net: all that take seconds. */
  public static List<String> trainedByDefault() {
    return names().stream().filter(name -> !name.equals(SCARLET_S1)).toList();
  }

  /** What is evaluated where nobody names a net. */
  public static List<String> evaluatedByDefault() {
    return FIXED.stream().filter(name -> !name.equals("reference-32x32x3")).toList();
  }

  /**
   * The net of a name.
   *
   * @throws NoSuchElementException in one line, naming those that there are
   */
  public static Net named(String name) {
    if (FIXED.contains(name)) {
      int batch = name.startsWith("reference") ? OWN_BATCH : SMALL_BATCH;
      return new Net(name, SearchSpaceYaml.read(text(name)), batch, EVALUATED, 5);
    }
    if (name.equals(SCARLET_S1)) {
      return new Net(name, Presets.preset(name), LARGE_PICTURES, LARGE_PICTURES, 1);
    }
    if (SUPERNETS.contains(name)) {
      return new Net(name, Presets.preset(name), SMALL_BATCH, EVALUATED, 5);
    }
    throw new NoSuchElementException(
        "there is no net '%s'%s There are %s"
            .formatted(name, NearestName.question(name, names()), String.join(", ", names())));
  }

  private static String text(String name) {
    try (InputStream in = Nets.class.getResourceAsStream(name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
