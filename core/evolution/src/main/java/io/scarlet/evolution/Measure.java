package io.scarlet.evolution;

import io.scarlet.space.Costs;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be an objective. */
public enum Measure {
  /** Share of validation pictures classed rightly, 0 to 1. */
  ACCURACY,
  /** Multiply-adds for one picture. */
  MACS,
  /** Trainable weights. */
  PARAMS,
  /** Searchable layers that are not a skip. */
  DEPTH;

  /**
   * The measure of this name in any case.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Measure named(String name) {
    return Arrays.stream(values())
        .filter(measure -> measure.label().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no objective is called '%s'; there are %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Measure::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** The name in events and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its value for a network with this accuracy and these costs. */
  double of(double accuracy, Costs costs) {
    return switch (this) {
      case ACCURACY -> accuracy;
      case MACS -> costs.macs();
      case PARAMS -> costs.params();
      case DEPTH -> costs.depth();
    };
  }
}
