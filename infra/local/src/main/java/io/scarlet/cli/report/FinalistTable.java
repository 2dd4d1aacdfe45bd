package io.scarlet.cli.report;

import io.scarlet.cli.result.Finalist;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.plot.Markup;
import io.scarlet.space.SearchSpace;
import java.util.List;
import java.util.stream.Collectors;

/** The networks that were trained by themselves, a row each. */
final class FinalistTable {

  private FinalistTable() {}

  static String html(SearchSpace space, List<Finalist> finalists) {
    return "<div class=\"wide\"><table><thead><tr><th>code</th><th>network</th><th>chosen as</th>"
        + "<th class=\"n\">by shared weights</th><th class=\"n\">by itself</th>"
        + "<th class=\"n\">multiply-adds</th><th class=\"n\">parameters</th></tr></thead><tbody>\n"
        + finalists.stream().map(each -> row(space, each)).collect(Collectors.joining())
        + "</tbody></table></div>\n";
  }

  private static String row(SearchSpace space, Finalist finalist) {
    String code = finalist.chosen().getCode();
    return Markup.format(
        "<tr><td><code>%s</code></td><td class=\"long\">%s</td><td>%s</td><td class=\"n\">%s</td>"
            + "<td class=\"n\">%s</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>%n",
        Markup.escaped(code),
        Markup.escaped(SearchHistory.longForm(space, code)),
        Markup.escaped(finalist.chosen().getWhy()),
        finalist.supernetAccuracy().map(Markup::percent).orElse("-"),
        finalist
            .failure()
            .map(reason -> "failed: " + Markup.escaped(reason))
            .or(() -> finalist.testAccuracy().map(Markup::percent))
            .orElse("-"),
        finalist.chosen().getCosts().getMacs(),
        finalist.chosen().getCosts().getParams());
  }
}
