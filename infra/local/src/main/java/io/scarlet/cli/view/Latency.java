package io.scarlet.cli.view;

import io.scarlet.space.io.TextTable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Measured latencies in tables, which have a column for them where there are some. */
final class Latency {

  /** Heads the column. */
  static final String TITLE = "ms a batch";

  private Latency() {}

  static String text(Optional<Double> milliseconds) {
    return milliseconds.map(value -> String.format(Locale.ROOT, "%.3f", value)).orElse("-");
  }

  /** A row that ends with a latency if the table has that column. */
  static TextTable row(TextTable table, boolean timed, String latency, Object... cells) {
    return timed
        ? table.row(Stream.concat(Stream.of(cells), Stream.of(latency)).toArray())
        : table.row(cells);
  }
}
