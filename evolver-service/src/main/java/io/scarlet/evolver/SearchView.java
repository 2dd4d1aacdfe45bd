package io.scarlet.evolver;

import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Control;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.EndReason;
import io.scarlet.evolution.Member;
import io.scarlet.evolution.Outcome;
import io.scarlet.evolution.SearchState;
import io.scarlet.log.Search;
import java.util.List;

/**
 * A search as JSON.
 *
 * @param id of the search
 * @param name for people
 * @param status what it does, one word or three
 * @param generation completed generations
 * @param evaluations candidates evaluated in completed generations
 * @param budget candidates that it may evaluate
 * @param outstanding candidates that are being evaluated
 * @param failures failed evaluations
 * @param hypervolume of the front, 0 to 1
 * @param front the best so far, best in the first objective first
 */
public record SearchView(
    String id,
    String name,
    String status,
    int generation,
    int evaluations,
    int budget,
    int outstanding,
    int failures,
    double hypervolume,
    List<Point> front) {

  /** One network of the front. */
  public record Point(
      String candidate, String code, double accuracy, long macs, long params, int depth) {

    static Point of(Member member) {
      Candidate candidate = member.candidate();
      return new Point(
          candidate.id().toString(),
          candidate.architecture().code(),
          member.evaluation().outcome() instanceof Outcome.Score score ? score.accuracy() : 0,
          candidate.costs().macs(),
          candidate.costs().params(),
          candidate.costs().depth());
    }
  }

  static SearchView of(Search search) {
    SearchRequested request = search.request().orElseThrow();
    SearchState state = search.state();
    return new SearchView(
        request.getSearchId(),
        request.getName(),
        status(state),
        state.generation().number(),
        state.archive().evaluations(),
        request.getEvolution().getEvaluations(),
        state.outstanding(),
        state.archive().failures(),
        search.latest().map(Decision.CompleteGeneration::hypervolume).orElse(0.0),
        search.latest().stream()
            .flatMap(latest -> latest.front().stream())
            .map(Point::of)
            .toList());
  }

  private static String status(SearchState state) {
    if (state.end().isPresent()) {
      return state.end().map(EndReason::label).get();
    }
    if (!state.running()) {
      return "waiting for weights";
    }
    return state.control() == Control.PAUSE ? "paused" : "running";
  }
}
