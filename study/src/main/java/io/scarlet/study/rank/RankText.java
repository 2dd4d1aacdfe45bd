package io.scarlet.study.rank;

import io.scarlet.study.statistic.Correlation;
import io.scarlet.study.statistic.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rankings for people. */
public final class RankText {

  private RankText() {}

  /** A table: of each way to score the supernets by themselves, then their mean. */
  public static String of(List<Ranking> rankings) {
    StringBuilder text = new StringBuilder();
    text.append(
        row(
            "recalibrate",
            "seed",
            "tau [95 %]",
            "spearman",
            "pearson",
            "regret@1",
            "regret@5",
            "regret@10"));
    for (Ranking ranking : rankings) {
      for (int i = 0; i < ranking.seeds().size(); i++) {
        text.append(supernet(ranking, i));
      }
      text.append(mean(ranking));
    }
    return text.toString();
  }

  private static String supernet(Ranking ranking, int i) {
    return row(
        column(ranking),
        String.valueOf(ranking.seeds().get(i)),
        figure(ranking.correlations().get(Correlation.KENDALL).each().get(i)),
        figure(ranking.correlations().get(Correlation.SPEARMAN).each().get(i)),
        figure(ranking.correlations().get(Correlation.PEARSON).each().get(i)),
        points(List.of(ranking.regrets().get(1).get(i))),
        points(List.of(ranking.regrets().get(5).get(i))),
        points(List.of(ranking.regrets().get(10).get(i))));
  }

  private static String mean(Ranking ranking) {
    Estimate tau = ranking.correlations().get(Correlation.KENDALL);
    return row(
        column(ranking),
        "mean",
        "%s [%s, %s]"
            .formatted(
                figure(tau.value()), figure(tau.interval().low()), figure(tau.interval().high())),
        figure(ranking.correlations().get(Correlation.SPEARMAN).value()),
        figure(ranking.correlations().get(Correlation.PEARSON).value()),
        points(ranking.regrets().get(1)),
        points(ranking.regrets().get(5)),
        points(ranking.regrets().get(10)));
  }

  /** A way to score in words. */
  public static String way(int recalibrationBatches) {
    return recalibrationBatches == 0
        ? "not recalibrated"
        : "recalibrated on %d batches".formatted(recalibrationBatches);
  }

  private static String column(Ranking ranking) {
    return ranking.recalibrationBatches() == 0
        ? "off"
        : String.valueOf(ranking.recalibrationBatches());
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** The mean of shares, in percent points. */
  private static String points(List<Double> shares) {
    double sum = shares.stream().collect(Collectors.summingDouble(Double::doubleValue));
    return String.format(Locale.ROOT, "%.2f %%", 100 * sum / shares.size());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-11s  %-7s  %-23s  %8s  %8s  %8s  %8s  %9s", cells)
            .stripTrailing()
        + "\n";
  }
}
