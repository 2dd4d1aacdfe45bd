package io.scarlet.cli.report;

import io.scarlet.events.Member;
import io.scarlet.events.Objective;
import java.util.Comparator;
import java.util.List;

/** What a network costs, in one of four ways. */
enum Cost {
  MACS("macs", "multiply-adds a picture"),
  PARAMS("params", "parameters"),
  DEPTH("depth", "depth, layers"),
  LATENCY("latency", "latency, milliseconds a batch");

  private final String objective;
  private final String title;

  Cost(String objective, String title) {
    this.objective = objective;
    this.title = title;
  }

  /** The first cost among the objectives; multiply-adds where there is none. */
  static Cost of(List<Objective> objectives) {
    return objectives.stream()
        .flatMap(
            wanted ->
                List.of(values()).stream().filter(cost -> cost.objective.equals(wanted.getName())))
        .findFirst()
        .orElse(MACS);
  }

  String title() {
    return title;
  }

  double of(Member member) {
    return switch (this) {
      case MACS -> member.getCosts().getMacs();
      case PARAMS -> member.getCosts().getParams();
      case DEPTH -> member.getCosts().getDepth();
      case LATENCY -> member.getLatency();
    };
  }

  Comparator<Member> order() {
    return Comparator.comparingDouble(this::of);
  }
}
