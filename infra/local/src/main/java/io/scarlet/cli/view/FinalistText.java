package io.scarlet.cli.view;

import io.scarlet.cli.result.Finalist;
import io.scarlet.rest.FinalistStatus;
import io.scarlet.space.io.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Networks that are trained by themselves, for people and for programs. */
public final class FinalistText {

  private static final String NONE = "-";

  private FinalistText() {}

  /** A line a finalist: what it scored by shared weights, and what it is worth by itself. */
  static String table(List<Finalist> finalists) {
    TextTable table = new TextTable().row("finalist", "chosen as", "supernet", "test", "macs");
    finalists.forEach(
        each ->
            table.row(
                each.chosen().getCode(),
                each.chosen().getWhy(),
                percent(each.supernetAccuracy()),
                each.failure().isPresent() ? "failed" : percent(each.testAccuracy()),
                each.chosen().getCosts().getMacs()));
    return "%n%s".formatted(table.render(2));
  }

  /** The same of a stack that stays, with how far each is. */
  public static String status(List<FinalistStatus> finalists) {
    if (finalists.isEmpty()) {
      return "no finalists: the search has not ended, or it wants none (finalists.count)";
    }
    TextTable table =
        new TextTable()
            .row("finalist", "chosen as", "state", "supernet", "test", "macs", "params", "model");
    finalists.forEach(
        each ->
            table.row(
                each.code(),
                each.why(),
                state(each),
                percent(each.supernetAccuracy()),
                percent(each.testAccuracy()),
                each.macs(),
                each.params(),
                each.model().orElse(NONE)));
    return table.render(3);
  }

  private static String state(FinalistStatus finalist) {
    return switch (finalist.phase()) {
      case CHOSEN -> "waits for a trainer";
      case TRAINING -> "epoch %d of %d".formatted(finalist.epoch().orElse(0), finalist.epochs());
      case TRAINED -> "trained";
      case FAILED -> "failed: " + finalist.failure().orElse("");
    };
  }

  /** The fields of one JSON object. */
  static Map<String, Object> fields(Finalist finalist) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", finalist.chosen().getCode());
    fields.put("chosenAs", finalist.chosen().getWhy());
    finalist.supernetAccuracy().ifPresent(value -> fields.put("supernetAccuracy", value));
    finalist.testAccuracy().ifPresent(value -> fields.put("testAccuracy", value));
    finalist.failure().ifPresent(reason -> fields.put("failure", reason));
    fields.put("macs", finalist.chosen().getCosts().getMacs());
    fields.put("params", finalist.chosen().getCosts().getParams());
    return fields;
  }

  private static String percent(Optional<Double> share) {
    return share.map(value -> String.format(Locale.ROOT, "%.2f %%", value * 100)).orElse(NONE);
  }
}
