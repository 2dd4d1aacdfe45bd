package io.scarlet.space.io;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.table.MeasuredNetwork;
import io.scarlet.space.table.MeasuredNetworks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a table of measured networks: lines {@code code,accuracy,...,params,flops} with one or more
 * accuracies in percent, below a header line.
 */
public final class MeasuredNetworksCsv {

  /** The 6,561 networks of NAS-Bench-Macro, each trained three times on CIFAR-10. */
  public static final String NAS_BENCH_MACRO = "nas-bench-macro-cifar10";

  private MeasuredNetworksCsv() {}

  /** Names of the tables that ship with the project. */
  public static List<String> names() {
    return List.of(NAS_BENCH_MACRO);
  }

  /** The table of this name that ships with the project, empty where there is none. */
  public static Optional<MeasuredNetworks> bundled(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    SearchSpace space = Presets.preset("nas-bench-macro");
    try (InputStream in =
        MeasuredNetworksCsv.class.getResourceAsStream("tables/" + name + ".csv")) {
      return Optional.of(
          read(name, space, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table; the reader stays open.
   *
   * @throws IllegalArgumentException with the line that is wrong
   */
  public static MeasuredNetworks read(String name, SearchSpace space, BufferedReader reader)
      throws IOException {
    List<MeasuredNetwork> rows = new ArrayList<>();
    reader.readLine();
    int number = 2;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      try {
        rows.add(row(space, line));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "table %s, line %d: %s".formatted(name, number, e.getMessage()), e);
      }
      number++;
    }
    return new MeasuredNetworks(name, space, rows);
  }

  private static MeasuredNetwork row(SearchSpace space, String line) {
    List<String> cells = List.of(line.split(",", -1));
    if (cells.size() < 4) {
      throw new IllegalArgumentException(
          "a row is a code, accuracies, parameters and flops, got '" + line + "'");
    }
    int accuracies = cells.size() - 2;
    return new MeasuredNetwork(
        space.parse(cells.getFirst()),
        cells.subList(1, accuracies).stream().map(Double::valueOf).toList(),
        Long.parseLong(cells.get(accuracies)),
        Long.parseLong(cells.get(accuracies + 1)));
  }
}
