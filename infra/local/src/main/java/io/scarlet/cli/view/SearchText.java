package io.scarlet.cli.view;

import io.scarlet.rest.SearchPhase;
import io.scarlet.rest.SearchStatus;
import io.scarlet.rest.TrainingStatus;
import io.scarlet.space.io.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Searches of a stack, for people. */
public final class SearchText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String NONE = "-";

  /** How the reason of an end begins that somebody asked for: enough without the phase. */
  private static final String STOPPED = "stopped";

  private static final int FIGURES_FROM = 2;

  private SearchText() {}

  /** A line a search. */
  public static String list(List<SearchStatus> searches) {
    if (searches.isEmpty()) {
      return "no searches: ask for one by ./scarlet submit";
    }
    TextTable table =
        new TextTable()
            .row("search", "state", "evaluated", "front", "best", "hypervolume", "requested");
    searches.forEach(
        each ->
            table.row(
                each.id(),
                state(each),
                evaluated(each),
                each.front(),
                best(each),
                hypervolume(each),
                time(each.requested())));
    return table.render(FIGURES_FROM);
  }

  /** All that is known of a search, a line each. */
  public static String status(SearchStatus search) {
    TextTable table = new TextTable().row("search", search.id()).row("name", search.name());
    search.parent().ifPresent(parent -> table.row("fork of", parent));
    table.row("state", state(search)).row("requested", time(search.requested()));
    search.ended().ifPresent(end -> table.row("ended", ended(search.requested(), end)));
    search.training().ifPresent(training -> table.row("training", training(training)));
    table
        .row("evaluated", evaluated(search))
        .row("being evaluated", String.valueOf(search.outstanding()))
        .row("failed", String.valueOf(search.failures()))
        .row("generations", String.valueOf(search.generations()))
        .row("front", String.valueOf(search.front()))
        .row("best accuracy", best(search))
        .row("hypervolume", hypervolume(search));
    return table.render(FIGURES_FROM);
  }

  /** How a search is, on one line. */
  public static String line(SearchStatus search) {
    return "%s: %s, %s evaluated".formatted(search.id(), state(search), evaluated(search));
  }

  private static String state(SearchStatus search) {
    String phase = search.phase().name().toLowerCase(Locale.ROOT);
    String share =
        search
            .training()
            .filter(_ -> search.phase() == SearchPhase.TRAINING)
            .map(training -> " " + 100 * training.step() / training.steps() + " %")
            .orElse("");
    if (search.reason().isEmpty()) {
      return phase + share;
    }
    return search.reason().startsWith(STOPPED) ? search.reason() : phase + ": " + search.reason();
  }

  private static String evaluated(SearchStatus search) {
    return "%d of %d".formatted(search.evaluations(), search.budget());
  }

  private static String best(SearchStatus search) {
    return search
        .bestAccuracy()
        .map(accuracy -> String.format(Locale.ROOT, "%.2f %%", accuracy * 100))
        .orElse(NONE);
  }

  private static String hypervolume(SearchStatus search) {
    return search.front() == 0 ? NONE : String.format(Locale.ROOT, "%.4f", search.hypervolume());
  }

  private static String training(TrainingStatus training) {
    return String.format(
        Locale.ROOT,
        "epoch %d of %d, step %d of %d, loss %.3f, accuracy %.1f %%, %.0f pictures/s",
        training.epoch(),
        training.epochs(),
        training.step(),
        training.steps(),
        training.loss(),
        training.accuracy() * 100,
        training.picturesPerSecond());
  }

  private static String ended(String requested, String end) {
    Duration took = Duration.between(Instant.parse(requested), Instant.parse(end));
    return time(end) + ", after " + length(took);
  }

  private static String length(Duration took) {
    if (took.toHours() > 0) {
      return "%d h %d min".formatted(took.toHours(), took.toMinutesPart());
    }
    return took.toMinutes() > 0
        ? "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart())
        : took.toSeconds() + " s";
  }

  private static String time(String instant) {
    return TIME.format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
  }
}
