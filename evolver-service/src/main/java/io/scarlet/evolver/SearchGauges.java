package io.scarlet.evolver;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.scarlet.evolution.SearchState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Figures of each search that runs, by its id. When it ends they are gone: searches that run are
 * few, those that ran are not.
 */
final class SearchGauges {

  private final SearchBoard board;
  private final Map<MultiGauge, ToDoubleFunction<TimedSearch>> gauges = new LinkedHashMap<>();

  SearchGauges(MeterRegistry registry, SearchBoard board) {
    this.board = board;
    gauge(registry, "generation", "Generations that are complete", SearchGauges::generations);
    gauge(registry, "evaluations", "Candidates that have an outcome", SearchGauges::evaluations);
    gauge(registry, "budget", "Candidates that it may have", SearchGauges::budget);
    gauge(
        registry,
        "outstanding",
        "Candidates that wait for their score",
        shown -> shown.search().state().outstanding());
    gauge(registry, "front", "Networks that no other beats", SearchGauges::front);
    gauge(registry, "hypervolume", "Hypervolume of the front, 0 to 1", SearchGauges::hypervolume);
    gauge(
        registry,
        "latest.timestamp.seconds",
        "Time of the fact that was folded last, seconds since 1970",
        shown -> shown.latest().toEpochMilli() / 1000.0);
    refresh();
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String description,
      ToDoubleFunction<TimedSearch> value) {
    gauges.put(
        MultiGauge.builder("scarlet.evolver.search." + name)
            .description(description)
            .register(registry),
        value);
  }

  /** Looks which searches run; figures of those that are known change without. */
  synchronized void refresh() {
    List<String> running =
        board.all().entrySet().stream()
            .filter(each -> each.getValue().search().state().running())
            .map(Map.Entry::getKey)
            .toList();
    gauges.forEach(
        (gauge, value) ->
            gauge.register(running.stream().map(search -> row(search, value)).toList(), true));
  }

  private Row<SearchBoard> row(String search, ToDoubleFunction<TimedSearch> value) {
    return Row.of(
        Tags.of("search", search),
        board,
        shown -> shown.find(search).map(value::applyAsDouble).orElse(Double.NaN));
  }

  private static double generations(TimedSearch shown) {
    return shown.search().generations().size();
  }

  private static double evaluations(TimedSearch shown) {
    SearchState state = shown.search().state();
    return state.archive().evaluations() + state.generation().evaluated().size();
  }

  private static double budget(TimedSearch shown) {
    return shown.search().request().orElseThrow().getEvolution().getEvaluations();
  }

  private static double front(TimedSearch shown) {
    return shown.search().latest().map(last -> last.front().size()).orElse(0);
  }

  private static double hypervolume(TimedSearch shown) {
    return shown.search().latest().map(last -> last.hypervolume()).orElse(0.0);
  }
}
