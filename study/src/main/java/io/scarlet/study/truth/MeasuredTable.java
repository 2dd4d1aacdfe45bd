package io.scarlet.study.truth;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.table.MeasuredNetworks;
import io.scarlet.study.settings.StudyRefused;
import java.util.List;

/**
 * A table of measured networks. The space may be another than the table's, smaller for instance:
 * what counts are the codes.
 */
public final class MeasuredTable implements Truth {

  private static final double PERCENT = 100;

  private final MeasuredNetworks table;
  private final List<Architecture> networks;

  /**
   * The truth about a space.
   *
   * @throws StudyRefused if the space has other layers or choices than the table's
   */
  public MeasuredTable(MeasuredNetworks table, SearchSpace space) {
    if (!choices(space).equals(choices(table.space()))) {
      throw new StudyRefused(
          "the codes of %s do not fit the space %s: it was measured in a space of %d layers with %s choices, this one has %d with %s"
              .formatted(
                  table.name(),
                  space.name(),
                  table.space().layers().size(),
                  distinct(table.space()),
                  space.layers().size(),
                  distinct(space)));
    }
    this.table = table;
    networks =
        table.rows().stream().map(row -> space.canonical(row.architecture())).distinct().toList();
  }

  private static List<Integer> choices(SearchSpace space) {
    return space.layers().stream().map(layer -> layer.choices().size()).toList();
  }

  private static String distinct(SearchSpace space) {
    List<String> counts = choices(space).stream().distinct().sorted().map(String::valueOf).toList();
    return String.join(" or ", counts);
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public List<Architecture> networks() {
    return networks;
  }

  @Override
  public double accuracy(Architecture network) {
    return table
            .find(network)
            .orElseThrow(() -> new IllegalArgumentException(network + " was not measured"))
            .meanAccuracy()
        / PERCENT;
  }
}
