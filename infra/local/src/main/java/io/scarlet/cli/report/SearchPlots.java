package io.scarlet.cli.report;

import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.plot.Axis;
import io.scarlet.plot.Markup;
import io.scarlet.plot.Plot;
import io.scarlet.plot.Plot.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The plots of a search. */
final class SearchPlots {

  private static final double SMALL = 3.2;
  private static final double LARGE = 5.5;

  private final SearchHistory history;
  private final Cost cost;

  SearchPlots(SearchHistory history) {
    this.history = history;
    this.cost = Cost.of(history.request().getEvolution().getObjectives());
  }

  /** All candidates by what they cost and how well they do, the front on top. */
  String candidates() {
    List<Member> scored = scored(history.comparable());
    List<Member> front = scored(history.front());
    Plot plot =
        new Plot(
            Plot.Size.WHOLE,
            "Accuracy of all candidates by their " + cost.title() + ", the Pareto front marked",
            axis(scored, cost::of, cost.title(), Markup::brief),
            axis(scored, Member::getAccuracy, "accuracy, %", SearchPlots::percentTick));
    scored.forEach(member -> plot.dot(point(member), SMALL, "candidate", describe(member)));
    plot.line(front.stream().sorted(cost.order()).map(this::point).toList(), "frontier");
    front.forEach(member -> plot.dot(point(member), LARGE, "best", describe(member)));
    return plot.svg();
  }

  /** The hypervolume of the front, generation by generation. */
  String hypervolume() {
    return byGeneration("hypervolume", Markup::brief, GenerationCompleted::getHypervolume);
  }

  /** The best accuracy so far, generation by generation. */
  String bestAccuracy() {
    return byGeneration(
        "best accuracy, %",
        SearchPlots::percentTick,
        generation ->
            generation.getFront().stream()
                .filter(member -> member.getAccuracy() != null)
                .mapToDouble(Member::getAccuracy)
                .max()
                .orElse(0));
  }

  /** The loss of the supernet while it trained. */
  String trainingLoss() {
    return training("training loss", Markup::brief, TrainingProgressed::getLoss);
  }

  /** The train accuracy of the supernet's paths while it trained. */
  String trainingAccuracy() {
    return training(
        "training accuracy, %", SearchPlots::percentTick, TrainingProgressed::getAccuracy);
  }

  /** A candidate with all its ancestors, by generation and accuracy. */
  String lineage(Member descendant) {
    List<Member> family = new ArrayList<>(scored(history.ancestors(descendant)));
    family.add(descendant);
    Map<String, Member> byId = new HashMap<>();
    family.forEach(member -> byId.put(member.getCandidateId(), member));
    Function<Member, Point> place =
        member -> new Point(member.getGeneration(), member.getAccuracy());
    Plot plot =
        new Plot(
            Plot.Size.WHOLE,
            "The ancestors of " + descendant.getCode() + " by generation and accuracy",
            axis(family, Member::getGeneration, "generation", Markup::brief),
            axis(family, Member::getAccuracy, "accuracy, %", SearchPlots::percentTick));
    for (Member member : family) {
      member.getParents().stream()
          .filter(byId::containsKey)
          .map(byId::get)
          .forEach(
              parent -> plot.line(List.of(place.apply(parent), place.apply(member)), "descent"));
    }
    family.forEach(member -> plot.dot(place.apply(member), SMALL, "ancestor", describe(member)));
    return plot.dot(place.apply(descendant), LARGE, "best", describe(descendant)).svg();
  }

  /** What a candidate is, on one line. */
  static String describe(Member member) {
    return Markup.format(
        "%s: %s, %s multiply-adds, %s parameters%s, generation %d",
        member.getCode(),
        Markup.percent(member.getAccuracy()),
        Markup.brief(Cost.MACS.of(member)),
        Markup.brief(Cost.PARAMS.of(member)),
        member.getLatency() == null ? "" : Markup.format(", %.3f ms a batch", member.getLatency()),
        member.getGeneration());
  }

  private String byGeneration(
      String title, DoubleFunction<String> label, ToDoubleFunction<GenerationCompleted> measure) {
    return curve(
        history.generations(),
        GenerationCompleted::getGeneration,
        measure,
        "generation",
        title,
        label);
  }

  private String training(
      String title, DoubleFunction<String> label, ToDoubleFunction<TrainingProgressed> measure) {
    return curve(history.training(), TrainingProgressed::getStep, measure, "step", title, label);
  }

  private static <T> String curve(
      List<T> items,
      ToDoubleFunction<T> across,
      ToDoubleFunction<T> up,
      String acrossTitle,
      String title,
      DoubleFunction<String> label) {
    Plot plot =
        new Plot(
            Plot.Size.HALF,
            title + " by " + acrossTitle,
            axis(items, across, acrossTitle, Markup::brief),
            axis(items, up, title, label));
    List<Point> points =
        items.stream()
            .map(item -> new Point(across.applyAsDouble(item), up.applyAsDouble(item)))
            .toList();
    plot.line(points, "curve");
    for (Point point : points) {
      plot.dot(
          point,
          SMALL,
          "curve-dot",
          "%s %s: %s"
              .formatted(acrossTitle, Markup.brief(point.across()), label.apply(point.up())));
    }
    return plot.svg();
  }

  private static <T> Axis axis(
      List<T> items, ToDoubleFunction<T> measure, String title, DoubleFunction<String> label) {
    double least = items.stream().mapToDouble(measure).min().orElse(0);
    double greatest = items.stream().mapToDouble(measure).max().orElse(1);
    return Axis.around(title, least, greatest, label);
  }

  private static String percentTick(double share) {
    return Markup.brief(share * 100);
  }

  private static List<Member> scored(List<Member> members) {
    return members.stream().filter(member -> member.getAccuracy() != null).toList();
  }

  private Point point(Member member) {
    return new Point(cost.of(member), member.getAccuracy());
  }
}
