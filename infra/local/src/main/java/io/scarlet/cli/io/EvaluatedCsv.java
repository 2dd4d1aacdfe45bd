package io.scarlet.cli.io;

import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.Member;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code evaluated.csv}: all candidates in the order in which the search took them in. */
public final class EvaluatedCsv {

  private static final String HEADER =
      "order,generation,slot,code,accuracy,macs,params,depth,origin,parents,candidate,failure,loss,checkpoint,latency";

  private EvaluatedCsv() {}

  /** The file's text. */
  public static String text(SearchHistory history) {
    List<Member> members = history.evaluated();
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (int order = 0; order < members.size(); order++) {
      csv.append(row(order, members.get(order))).append('\n');
    }
    return csv.toString();
  }

  private static String row(int order, Member member) {
    return Stream.of(
            order,
            member.getGeneration(),
            member.getSlot(),
            member.getCode(),
            Objects.requireNonNullElse(member.getAccuracy(), ""),
            member.getCosts().getMacs(),
            member.getCosts().getParams(),
            member.getCosts().getDepth(),
            SearchHistory.origin(member),
            String.join(" ", member.getParents()),
            member.getCandidateId(),
            Objects.requireNonNullElse(member.getFailure(), ""),
            Objects.requireNonNullElse(member.getLoss(), ""),
            member.getCheckpointSha256(),
            Objects.requireNonNullElse(member.getLatency(), ""))
        .map(cell -> quoted(cell.toString()))
        .collect(Collectors.joining(","));
  }

  /** As RFC 4180 has it. */
  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
