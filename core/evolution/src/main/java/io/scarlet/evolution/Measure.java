package io.scarlet.evolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be an objective. */
public enum Measure {
  /** Share of validation pictures classed rightly, 0 to 1. */
  ACCURACY,
  /** Mean validation cross entropy, at least 0. */
  LOSS,
  /** Milliseconds that the network by itself takes for a batch, as once measured; above 0. */
  LATENCY,
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

  /** Whether it follows from the architecture alone, without an evaluation. */
  public boolean isCost() {
    return switch (this) {
      case ACCURACY, LOSS, LATENCY -> false;
      case MACS, PARAMS, DEPTH -> true;
    };
  }

  /** Whether a constraint may bound it: all that a network takes, worked out or measured. */
  public boolean canBeBounded() {
    return isCost() || this == LATENCY;
  }

  /** Its value for a network of which this is known. */
  double of(Reading reading) {
    return switch (this) {
      case ACCURACY -> reading.accuracy();
      case LOSS -> reading.loss();
      case LATENCY -> reading.latency();
      case MACS -> reading.costs().macs();
      case PARAMS -> reading.costs().params();
      case DEPTH -> reading.costs().depth();
    };
  }
}
