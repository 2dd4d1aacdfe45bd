package io.scarlet.cli.io;

import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code front.json}: the networks that no other beats. It holds nothing that depends on when, how
 * fast or by whom they were scored, so that equal searches write equal files; but for latencies,
 * where the search has them measured.
 */
public final class FrontJson {

  private FrontJson() {}

  /** The file's text. */
  public static String text(SearchHistory history) {
    GenerationCompleted last = history.last();
    SearchSpace space = history.space();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("searchId", last.getSearchId());
    json.put("space", space.name());
    json.put("seed", history.request().getSeed());
    json.put(
        "objectives",
        history.request().getEvolution().getObjectives().stream().map(Json::of).toList());
    json.put("generations", last.getGeneration() + 1);
    json.put("evaluations", last.getEvaluations());
    json.put("failures", last.getFailures());
    json.put("reason", last.getReason());
    json.put("hypervolume", last.getHypervolume());
    json.put("checkpointStep", last.getCheckpointStep());
    json.put(
        "front", history.front().stream().map(member -> network(history, space, member)).toList());
    return Json.document(json);
  }

  private static Map<String, Object> network(
      SearchHistory history, SearchSpace space, Member member) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", member.getCode());
    json.put("network", SearchHistory.longForm(space, member.getCode()));
    json.put("accuracy", member.getAccuracy());
    json.put("loss", member.getLoss());
    json.put("latency", member.getLatency());
    json.put("macs", member.getCosts().getMacs());
    json.put("params", member.getCosts().getParams());
    json.put("depth", member.getCosts().getDepth());
    json.put("candidateId", member.getCandidateId());
    json.put("generation", member.getGeneration());
    json.put("slot", member.getSlot());
    json.put("origin", SearchHistory.origin(member));
    json.put("parents", member.getParents());
    List<String> lineage = history.ancestors(member).stream().map(Member::getCandidateId).toList();
    json.put("lineage", lineage);
    return json;
  }
}
