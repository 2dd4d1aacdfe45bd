package io.scarlet.bench.report;

import io.scarlet.space.io.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Comparisons for people: medians, in parentheses the least. */
public final class Table {

  private Table() {}

  /** Lines with a heading, each ended by a line feed. */
  public static String of(List<Comparison> comparisons) {
    boolean pictures = comparisons.stream().anyMatch(c -> c.pictures().isPresent());
    TextTable table = new TextTable();
    List<Object> heading =
        new ArrayList<>(List.of("name", "threads", "ours ms", "(least)", "peer ms", "(least)"));
    heading.add("ratio");
    if (pictures) {
      heading.addAll(List.of("ours pictures/s", "peer pictures/s"));
    }
    table.row(heading.toArray());
    comparisons.forEach(comparison -> table.row(row(comparison)));
    return table.render(1);
  }

  private static Object[] row(Comparison c) {
    List<Object> cells = new ArrayList<>(List.of(c.name(), c.threads()));
    cells.add(decimals(1, c.ours().median()));
    cells.add("(" + decimals(1, c.ours().least()) + ")");
    cells.add(ofPeer(c, peer -> decimals(1, peer.median())));
    cells.add(ofPeer(c, peer -> "(" + decimals(1, peer.least()) + ")"));
    cells.add(c.ratio().map(ratio -> decimals(2, ratio)).orElse("-"));
    c.pictures()
        .ifPresent(
            n -> {
              cells.add(Math.round(Comparison.picturesPerSecond(n, c.ours())));
              cells.add(ofPeer(c, peer -> decimals(0, Comparison.picturesPerSecond(n, peer))));
            });
    return cells.toArray();
  }

  private static String ofPeer(Comparison comparison, Function<Times, String> shown) {
    return comparison.peer().map(shown).orElse("-");
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%,." + count + "f", value);
  }
}
