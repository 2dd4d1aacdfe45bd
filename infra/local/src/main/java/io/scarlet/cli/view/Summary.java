package io.scarlet.cli.view;

import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.space.io.TextTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What came of a search, for people and for programs.
 *
 * @param history the search
 * @param folder where its files are
 * @param secondsToFirstScore from the start to the first scored candidate
 * @param seconds from the start to the end
 */
public record Summary(
    SearchHistory history, Path folder, double secondsToFirstScore, double seconds) {

  /** With the times that the log of the search has. */
  public static Summary of(SearchHistory history, Path folder, RecordedLog log) {
    long start = time(log, SearchRequested.class).min().orElse(0);
    return new Summary(
        history,
        folder,
        seconds(time(log, CandidateScored.class).min().orElse(start) - start),
        seconds(time(log, GenerationCompleted.class).max().orElse(start) - start));
  }

  private static LongStream time(RecordedLog log, Class<?> event) {
    return log.events().stream()
        .filter(logged -> event.isInstance(logged.event()))
        .mapToLong(LoggedEvent::timestamp);
  }

  private static double seconds(long milliseconds) {
    return milliseconds / 1000.0;
  }

  /** A table of the front and where the files are. */
  public String text() {
    boolean timed = history.front().stream().anyMatch(member -> member.getLatency() != null);
    TextTable table =
        Latency.row(
            new TextTable(), timed, Latency.TITLE, "code", "accuracy", "macs", "params", "depth");
    history.front().forEach(member -> row(table, timed, member));
    return table.render(1)
        + (history.finalists().isEmpty() ? "" : FinalistText.table(history.finalists()))
        + String.format(
            Locale.ROOT,
            "%n%s%nfirst score after %.1f s, all after %.1f s%nresults in %s (open report.html)%n",
            Lines.generation(Standing.of(history.last())),
            secondsToFirstScore,
            seconds,
            folder);
  }

  /** The fields of one JSON object. */
  public Map<String, Object> fields() {
    GenerationCompleted last = history.last();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("searchId", last.getSearchId());
    fields.put("output", folder.toString());
    fields.put("generations", last.getGeneration() + 1);
    fields.put("evaluations", last.getEvaluations());
    fields.put("failures", last.getFailures());
    fields.put("frontSize", history.front().size());
    fields.put("hypervolume", last.getHypervolume());
    fields.put("best", history.best().map(Summary::network).orElse(Map.of()));
    fields.put("front", history.front().stream().map(Summary::network).toList());
    fields.put("finalists", history.finalists().stream().map(FinalistText::fields).toList());
    fields.put("secondsToFirstScore", secondsToFirstScore);
    fields.put("seconds", seconds);
    return fields;
  }

  private static void row(TextTable table, boolean timed, Member member) {
    Latency.row(
        table,
        timed,
        Latency.text(Optional.ofNullable(member.getLatency())),
        member.getCode(),
        Optional.ofNullable(member.getAccuracy())
            .map(accuracy -> String.format(Locale.ROOT, "%.2f %%", accuracy * 100))
            .orElse("failed"),
        member.getCosts().getMacs(),
        member.getCosts().getParams(),
        member.getCosts().getDepth());
  }

  private static Map<String, Object> network(Member member) {
    Map<String, Object> network = new LinkedHashMap<>();
    network.put("code", member.getCode());
    network.put("accuracy", member.getAccuracy());
    network.put("macs", member.getCosts().getMacs());
    network.put("params", member.getCosts().getParams());
    if (member.getLatency() != null) {
      network.put("latency", member.getLatency());
    }
    return network;
  }
}
