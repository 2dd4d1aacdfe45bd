package io.scarlet.cli.report;

import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.plot.Markup;
import io.scarlet.plot.Page;
import io.scarlet.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page that shows a search: figures, plots, the front, where the best came from, settings. */
public final class Report {

  private final SearchHistory history;
  private final SearchPlots plots;
  private final StringBuilder body = new StringBuilder();

  private Report(SearchHistory history) {
    this.history = history;
    this.plots = new SearchPlots(history);
  }

  /** The whole page. It asks nobody for anything when it is shown. */
  public static String html(SearchHistory history) {
    Report report = new Report(history);
    report.head();
    report.figures();
    report.candidates();
    report.progress();
    report.training();
    report.front();
    report.finalists();
    history.best().ifPresent(report::lineage);
    report.settings();
    return Page.html(history.request().getSearchId(), report.body);
  }

  private void head() {
    GenerationCompleted last = history.last();
    body.append(
        Markup.format(
            "<header><h1>%s</h1><p>%s search of the space <b>%s</b>, seed %d. It ended because:"
                + " %s.</p></header>%n",
            Markup.escaped(last.getSearchId()),
            history.training().isEmpty() ? "A" : "A supernet",
            Markup.escaped(history.space().name()),
            history.request().getSeed(),
            Markup.escaped(last.getReason())));
  }

  private void figures() {
    GenerationCompleted last = history.last();
    body.append("<section class=\"figures\">\n");
    figure("best accuracy", history.best().map(b -> Markup.percent(b.getAccuracy())).orElse("-"));
    figure("networks on the front", String.valueOf(history.front().size()));
    figure("evaluations", String.valueOf(last.getEvaluations()));
    figure("generations", String.valueOf(last.getGeneration() + 1));
    figure("hypervolume", Markup.format("%.4f", last.getHypervolume()));
    if (last.getFailures() > 0) {
      figure("failed evaluations", String.valueOf(last.getFailures()));
    }
    body.append("</section>\n");
  }

  private void figure(String name, String value) {
    body.append(Markup.format("<div><span>%s</span><strong>%s</strong></div>%n", name, value));
  }

  private void candidates() {
    int others = history.evaluated().size() - history.comparable().size();
    section(
        "Candidates and the Pareto front",
        "Each dot is a network that was scored. No network beats one on the front in every"
            + " objective."
            + (others == 0
                ? ""
                : Markup.format(" %d scores by earlier weights are left out.", others)),
        figureOf(plots.candidates()));
  }

  private void progress() {
    section(
        "How the search went on",
        "The hypervolume is the part of the objective space that the front covers: more is better.",
        pair(plots.hypervolume(), plots.bestAccuracy()));
  }

  private void training() {
    if (!history.training().isEmpty()) {
      section(
          "Training of the supernet",
          "Mean over the sampled paths. Single paths of a supernet do worse than networks trained"
              + " alone.",
          pair(plots.trainingLoss(), plots.trainingAccuracy()));
    }
  }

  private void front() {
    SearchSpace space = history.space();
    boolean timed = history.front().stream().anyMatch(member -> member.getLatency() != null);
    String rows =
        history.front().stream()
            .map(member -> row(space, timed, member))
            .collect(Collectors.joining());
    section(
        "The front",
        "In the order of the first objective. The code names a choice a layer; its long form says"
            + " which.",
        "<div class=\"wide\"><table><thead><tr><th>code</th><th>network</th><th"
            + " class=\"n\">accuracy</th><th class=\"n\">multiply-adds</th><th"
            + " class=\"n\">parameters</th><th class=\"n\">depth</th>"
            + (timed ? "<th class=\"n\">latency, ms a batch</th>" : "")
            + "<th class=\"n\">generation</th><th>origin</th></tr></thead><tbody>\n"
            + rows
            + "</tbody></table></div>\n");
  }

  private static String row(SearchSpace space, boolean timed, Member member) {
    return Markup.format(
        "<tr><td><code>%s</code></td><td class=\"long\">%s</td><td class=\"n\">%s</td><td"
            + " class=\"n\">%,d</td><td class=\"n\">%,d</td><td class=\"n\">%d</td>%s<td"
            + " class=\"n\">%d</td><td>%s</td></tr>%n",
        Markup.escaped(member.getCode()),
        Markup.escaped(SearchHistory.longForm(space, member.getCode())),
        Optional.ofNullable(member.getAccuracy()).map(Markup::percent).orElse("failed"),
        member.getCosts().getMacs(),
        member.getCosts().getParams(),
        member.getCosts().getDepth(),
        timed ? Markup.format("<td class=\"n\">%.3f</td>", member.getLatency()) : "",
        member.getGeneration(),
        words(SearchHistory.origin(member)));
  }

  private void finalists() {
    if (!history.finalists().isEmpty()) {
      section(
          "Finalists",
          "Networks of the front, trained from scratch by themselves; tested on pictures that"
              + " neither trained nor chose them.",
          FinalistTable.html(history.space(), history.finalists()));
    }
  }

  private void lineage(Member best) {
    List<Member> ancestors = history.ancestors(best);
    String intro =
        ancestors.isEmpty()
            ? Markup.format(
                "<code>%s</code> has no parents: it was drawn, or chosen from all networks.",
                Markup.escaped(best.getCode()))
            : Markup.format(
                "<code>%s</code> and its %d ancestors; lines lead from parents to children.",
                Markup.escaped(best.getCode()), ancestors.size());
    section(
        "Where the most accurate network came from",
        intro,
        ancestors.isEmpty() ? "" : figureOf(plots.lineage(best)));
  }

  private void settings() {
    body.append("<section><h2>Settings</h2>\n");
    body.append(SettingsTable.html(history.request()));
    body.append(
        Markup.format(
            "<details><summary>The search space</summary><pre>%s</pre></details></section>%n",
            Markup.escaped(history.request().getSpace())));
  }

  private void section(String title, String intro, String content) {
    body.append(
        Markup.format("<section><h2>%s</h2><p>%s</p>%n%s</section>%n", title, intro, content));
  }

  private static String figureOf(String plot) {
    return "<figure>" + plot + "</figure>\n";
  }

  private static String pair(String left, String right) {
    return "<div class=\"pair\">" + figureOf(left) + figureOf(right) + "</div>\n";
  }

  private static String words(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
