package io.scarlet.study.report;

import io.scarlet.plot.Axis;
import io.scarlet.plot.Markup;
import io.scarlet.plot.Page;
import io.scarlet.plot.Plot;
import io.scarlet.study.rank.RankText;
import io.scarlet.study.rank.Ranking;
import io.scarlet.study.rank.SampleScores;
import io.scarlet.study.statistic.Correlation;
import io.scarlet.study.statistic.Estimate;
import java.util.List;
import java.util.Map;

/** {@code report.html} of a ranking: figures, then truth over score for every supernet. */
public final class RankPage {

  private static final double DOT = 3.2;

  private final StringBuilder body = new StringBuilder();

  private RankPage() {}

  /**
   * The whole page.
   *
   * @param truth what it is called
   * @param settings as they were written down
   */
  public static String html(
      String space, String truth, List<SampleScores> scores, String settings) {
    RankPage page = new RankPage();
    List<Ranking> rankings = scores.stream().map(Ranking::of).toList();
    page.body.append(
        Markup.format(
            "<header><h1>How supernets rank networks</h1><p>%d networks of <b>%s</b>, held against %s."
                + "</p></header>%n",
            scores.getFirst().networks().size(), Markup.escaped(space), Markup.escaped(truth)));
    page.figures(rankings);
    scores.forEach(page::plots);
    page.body.append(
        Markup.format(
            "<section><h2>All figures</h2><pre>%s</pre><details><summary>Settings</summary>"
                + "<pre>%s</pre></details></section>%n",
            Markup.escaped(RankText.of(rankings)), Markup.escaped(settings)));
    return Page.html("How supernets rank " + space, page.body);
  }

  private void figures(List<Ranking> rankings) {
    body.append("<section class=\"figures\">\n");
    for (Ranking ranking : rankings) {
      Estimate tau = ranking.correlations().get(Correlation.KENDALL);
      body.append(
          Markup.format(
              "<div><span>Kendall's tau, %s</span><strong>%.3f</strong><span>95 %%: %.3f to %.3f</span></div>%n",
              RankText.way(ranking.recalibrationBatches()),
              tau.value(),
              tau.interval().low(),
              tau.interval().high()));
    }
    body.append("</section>\n");
  }

  private void plots(SampleScores scores) {
    body.append(
        Markup.format(
            "<section><h2>Truth over score, %s</h2><p>Each dot is a network.</p><div class=\"pair\">%n",
            RankText.way(scores.recalibrationBatches())));
    for (Map.Entry<Long, List<Double>> supernet : scores.bySeed().entrySet()) {
      body.append(
          Markup.format(
              "<figure>%s</figure>%n", plot(scores, supernet.getKey(), supernet.getValue())));
    }
    body.append("</div></section>\n");
  }

  private static String plot(SampleScores scores, long seed, List<Double> accuracies) {
    Plot plot =
        new Plot(
            Plot.Size.HALF,
            "True accuracy over the score by the supernet of seed " + seed,
            axis("score by the supernet of seed " + seed + ", %", accuracies),
            axis("true accuracy, %", scores.truth()));
    for (int i = 0; i < accuracies.size(); i++) {
      double score = accuracies.get(i);
      double truth = scores.truth().get(i);
      plot.dot(
          new Plot.Point(score, truth),
          DOT,
          "candidate",
          Markup.format(
              "%s: score %s, truth %s",
              scores.networks().get(i).code(), Markup.percent(score), Markup.percent(truth)));
    }
    return plot.svg();
  }

  private static Axis axis(String title, List<Double> shares) {
    double least = shares.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double greatest = shares.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return Axis.around(title, least, greatest, share -> Markup.brief(share * 100));
  }
}
