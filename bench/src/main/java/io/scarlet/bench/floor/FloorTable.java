package io.scarlet.bench.floor;

import io.scarlet.bench.io.Json;
import io.scarlet.space.io.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Floors of nets on a machine. Grows in place. */
public final class FloorTable {

  private static final double GIGA = 1e9;
  private static final double THOUSAND = 1_000;

  private record Row(String name, Ceilings ceilings, Floor floor) {}

  private final List<Row> rows = new ArrayList<>();

  /** An empty table. */
  public FloorTable() {}

  /** Adds a net. */
  public void add(String name, Ceilings ceilings, Floor floor) {
    rows.add(new Row(name, ceilings, floor));
  }

  /** For people. */
  public String text() {
    TextTable table =
        new TextTable()
            .row(
                "net",
                "threads",
                "GFLOP",
                "GB",
                "GFLOP/s",
                "GB/s",
                "computing ms",
                "moving ms",
                "floor ms");
    for (Row row : rows) {
      table.row(
          row.name(),
          row.ceilings().threads(),
          decimals(2, row.floor().operations() / GIGA),
          decimals(2, row.floor().bytes() / GIGA),
          decimals(0, row.ceilings().operations() / GIGA),
          decimals(1, row.ceilings().bytes() / GIGA),
          decimals(1, row.ceilings().computing(row.floor().operations())),
          decimals(1, row.ceilings().moving(row.floor().bytes())),
          decimals(1, row.floor().milliseconds(row.ceilings())));
    }
    return table.render(1);
  }

  /** A line of JSON a net. */
  public String json() {
    return rows.stream().map(FloorTable::json).collect(Collectors.joining());
  }

  private static String json(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", row.name());
    json.put("threads", row.ceilings().threads());
    json.put("operations", Math.round(row.floor().operations()));
    json.put("bytes", Math.round(row.floor().bytes()));
    json.put("operations_per_second", Math.round(row.ceilings().operations()));
    json.put("bytes_per_second", Math.round(row.ceilings().bytes()));
    json.put(
        "floor_ms", Math.round(row.floor().milliseconds(row.ceilings()) * THOUSAND) / THOUSAND);
    return Json.line(json) + "\n";
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%,." + count + "f", value);
  }
}
