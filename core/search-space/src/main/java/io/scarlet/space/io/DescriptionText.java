package io.scarlet.space.io;

import io.scarlet.space.Architecture;
import io.scarlet.space.Choice;
import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.Segment;
import java.util.List;
import java.util.Optional;

/** Shows search spaces and networks to people, as tables. */
public final class DescriptionText {

  private static final int FIRST_FIGURE = 5;

  private DescriptionText() {}

  /** The space as a table: choices a layer, size, range of costs; a fixed network as a network. */
  public static String of(SearchSpace space) {
    Optional<Architecture> only = space.onlyArchitecture();
    if (only.isPresent()) {
      return of(space, only.get());
    }
    TextTable table = new TextTable().row("layer", "stage", "in", "out", "choices");
    for (SearchableLayer layer : space.layers()) {
      table.row(
          Integer.toString(layer.number()),
          Integer.toString(layer.stage()),
          layer.in(),
          layer.out(),
          String.join(" ", layer.labels()));
    }
    Costs least = CostModel.cheapest(space);
    Costs most = CostModel.dearest(space);
    String range =
        new TextTable()
            .row("", "least", "most")
            .row("params", least.params(), most.params())
            .row("macs", least.macs(), most.macs())
            .row("depth", least.depth(), most.depth())
            .render(1);
    return "%s: %,d codes, input %s, %d classes\n\n"
            .formatted(space.name(), space.size(), space.input(), space.classes())
        + table.render(FIRST_FIGURE)
        + "\n"
        + range;
  }

  /**
   * One network as a table: each layer with its choice and costs, then the sums.
   *
   * @throws io.scarlet.space.IllegalArchitectureException where it is none of the space
   */
  public static String of(SearchSpace space, Architecture architecture) {
    Costs costs = CostModel.of(space, architecture);
    List<Choice> chosen = space.chosen(architecture);
    TextTable table =
        new TextTable().row("layer", "stage", "in", "out", "choice", "params", "macs");
    fixed(table, "stem", space.stem());
    for (SearchableLayer layer : space.layers()) {
      Choice choice = chosen.get(layer.number() - 1);
      Costs own = CostModel.of(choice);
      table.row(
          Integer.toString(layer.number()),
          Integer.toString(layer.stage()),
          layer.in(),
          layer.out(),
          choice.label(),
          own.params(),
          own.macs());
    }
    fixed(table, "tail", space.tail());
    table.row("total", "", "", "", "", costs.params(), costs.macs());
    return space.name()
        + " "
        + architecture.code()
        + "\n\n"
        + table.render(FIRST_FIGURE)
        + "\ndepth "
        + costs.depth()
        + " of "
        + space.layers().size()
        + "\n";
  }

  private static void fixed(TextTable table, String name, Segment segment) {
    table.row(
        name, "", segment.in(), segment.out(), "", segment.parameters(), segment.multiplyAdds());
  }
}
