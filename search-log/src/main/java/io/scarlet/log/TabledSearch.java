package io.scarlet.log;

import io.scarlet.events.CandidateScored;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolution.Step;
import io.scarlet.space.table.MeasuredNetworks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * A search by a table as its evaluators would score it, without any: all its scores can be on the
 * log before the evolver has read the first.
 *
 * @param request of the search
 * @param table with the score of each network
 */
public record TabledSearch(SearchRequested request, MeasuredNetworks table) {

  private static final double PERCENT = 100;

  /**
   * Goes through the search to its end.
   *
   * @param scores gets its scores, in the order of the candidates
   * @return how many generations it has
   */
  public int run(Consumer<CandidateScored> scores) {
    Deque<Candidate> waiting = new ArrayDeque<>();
    int generations = 0;
    Step step = Step.fold(SearchState.initial(), FactReader.fact(request));
    while (true) {
      for (Decision decision : step.decisions()) {
        switch (decision) {
          case Decision.Propose(Candidate candidate) -> waiting.add(candidate);
          case Decision.CompleteGeneration _ -> generations++;
          case Decision.ChooseFinalist _ -> {}
        }
      }
      if (waiting.isEmpty()) {
        return generations;
      }
      CandidateScored score = score(waiting.remove());
      scores.accept(score);
      Fact fact = FactReader.fact(score);
      step = Step.fold(step.state(), fact);
    }
  }

  private CandidateScored score(Candidate candidate) {
    double percent = table.find(candidate.architecture()).orElseThrow().meanAccuracy();
    return CandidateScored.newBuilder()
        .setCandidateId(candidate.id().toString())
        .setSearchId(request.getSearchId())
        .setStatus(ScoreStatus.SCORED)
        .setAccuracy(percent / PERCENT)
        .setMilliseconds(0)
        .setEvaluatorId("table")
        .build();
  }
}
