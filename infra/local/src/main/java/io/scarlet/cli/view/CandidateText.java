package io.scarlet.cli.view;

import io.scarlet.rest.CandidateLineage;
import io.scarlet.rest.CandidateStatus;
import io.scarlet.space.io.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Candidates of a search, for people. */
public final class CandidateText {

  private static final String NONE = "-";

  /** Letters of a hash that tell weights apart at a glance. */
  private static final int SHORT_HASH = 8;

  private CandidateText() {}

  /** A line a network. */
  public static String front(List<CandidateStatus> front) {
    if (front.isEmpty()) {
      return "no network yet: the first generation is being scored";
    }
    boolean timed = front.stream().anyMatch(each -> each.latency().isPresent());
    TextTable table =
        Latency.row(
            new TextTable(),
            timed,
            Latency.TITLE,
            "candidate",
            "code",
            "accuracy",
            "macs",
            "params",
            "depth");
    front.forEach(
        each ->
            Latency.row(
                table,
                timed,
                Latency.text(each.latency()),
                each.id(),
                each.code(),
                accuracy(each),
                each.macs(),
                each.params(),
                each.depth()));
    return table.render(2);
  }

  /** A line an ancestor, the candidate itself last; ids without what all have in common. */
  public static String lineage(CandidateLineage lineage) {
    TextTable table =
        new TextTable()
            .row("candidate", "operator", "parents", "code", "weights", "accuracy", "macs");
    Stream.concat(lineage.ancestors().stream(), Stream.of(lineage.candidate()))
        .forEach(
            each ->
                table.row(
                    place(each.id()),
                    each.origin().toLowerCase(Locale.ROOT).replace('_', ' '),
                    parents(each),
                    each.code(),
                    weights(each),
                    accuracy(each),
                    each.macs()));
    String search = lineage.candidate().id().replaceFirst("-g\\d+-s\\d+$", "");
    return "search %s%n%s".formatted(search, table.render(5));
  }

  private static String parents(CandidateStatus candidate) {
    String all =
        candidate.parents().stream().map(CandidateText::place).collect(Collectors.joining(" "));
    return all.isEmpty() ? NONE : all;
  }

  /** Generation and slot. */
  private static String place(String id) {
    return id.replaceFirst(".*-(g\\d+-s\\d+)$", "$1");
  }

  private static String weights(CandidateStatus candidate) {
    return candidate
        .checkpoint()
        .map(hash -> hash.substring(0, Math.min(SHORT_HASH, hash.length())))
        .orElse(NONE);
  }

  private static String accuracy(CandidateStatus candidate) {
    Optional<String> score =
        candidate.accuracy().map(accuracy -> String.format(Locale.ROOT, "%.2f %%", accuracy * 100));
    return score.orElseGet(() -> candidate.phase().name().toLowerCase(Locale.ROOT));
  }
}
