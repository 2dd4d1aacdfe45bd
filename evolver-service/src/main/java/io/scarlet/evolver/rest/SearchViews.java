package io.scarlet.evolver.rest;

import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchPast;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.evolution.Control;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.EndReason;
import io.scarlet.evolution.Evaluation;
import io.scarlet.evolution.SearchState;
import io.scarlet.evolver.CompletedGeneration;
import io.scarlet.evolver.TimedSearch;
import io.scarlet.log.FactReader;
import io.scarlet.log.ForkPoint;
import io.scarlet.log.Search;
import io.scarlet.request.ForkWish;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.SearchRequests;
import io.scarlet.rest.CandidateStatus;
import io.scarlet.rest.Failure;
import io.scarlet.rest.FinalistStatus;
import io.scarlet.rest.GenerationStatus;
import io.scarlet.rest.SearchPhase;
import io.scarlet.rest.SearchStatus;
import io.scarlet.rest.TrainingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folded search as answers show it.
 *
 * @param timed the search
 * @param progress what the trainer says of it
 */
record SearchViews(TimedSearch timed, SearchProgress progress) {

  private static final String EVALUATOR = "evaluator";

  private static final Comparator<CandidateStatus> BY_PLACE =
      Comparator.comparingInt(CandidateStatus::generation).thenComparingInt(CandidateStatus::slot);

  /** The whole, in figures. */
  SearchStatus status() {
    SearchRequested request = search().request().orElseThrow();
    SearchState state = search().state();
    List<CandidateStatus> front = front();
    SearchPhase phase = phase();
    return new SearchStatus(
        request.getSearchId(),
        request.getName(),
        Optional.ofNullable(request.getPast()).map(SearchPast::getParent),
        phase,
        reason(phase),
        timed.requested().toString(),
        state.end().map(_ -> timed.latest().toString()),
        search().generations().size(),
        evaluations(state),
        request.getEvolution().getEvaluations(),
        state.outstanding(),
        state.archive().failures(),
        front.size(),
        CandidateViews.best(front),
        search().latest().map(Decision.CompleteGeneration::hypervolume).orElse(0.0),
        progress.training().map(SearchViews::training));
  }

  /** The networks that no other beats, best in the first objective first. */
  List<CandidateStatus> front() {
    return search().state().archive().front().stream().map(CandidateViews::of).toList();
  }

  /** The complete generations in their order. */
  List<GenerationStatus> generations() {
    return timed.generations().stream().map(SearchViews::generation).toList();
  }

  /** All candidates by generation and slot, those included that are being evaluated. */
  List<CandidateStatus> candidates() {
    SearchState state = search().state();
    Stream<CandidateStatus> open =
        state.end().isPresent()
            ? Stream.empty()
            : Stream.concat(
                    state.generation().evaluated().stream().map(CandidateViews::of),
                    state.generation().waiting().stream()
                        .map(waiting -> CandidateViews.of(waiting, Optional.empty())))
                .sorted(BY_PLACE);
    return Stream.concat(evaluated().stream(), open).toList();
  }

  /** The networks that are trained by themselves, in the order of their choosing. */
  List<FinalistStatus> finalists() {
    int epochs = search().request().orElseThrow().getFinalists().getEpochs();
    return search().finalists().stream()
        .map(
            chosen ->
                FinalistViews.of(
                    chosen, epochs, progress.model(chosen.member().candidate().id().toString())))
        .toList();
  }

  /** What failed: the search itself, then evaluations. */
  List<Failure> failures() {
    Stream<Failure> whole =
        progress.failures().stream()
            .map(failed -> new Failure(failed.getService(), Optional.empty(), failed.getReason()));
    Stream<Failure> evaluations =
        candidates().stream()
            .filter(candidate -> candidate.failure().isPresent())
            .map(
                candidate ->
                    new Failure(EVALUATOR, Optional.of(candidate.id()), candidate.failure().get()));
    return Stream.concat(whole, evaluations).toList();
  }

  /**
   * A fork of it.
   *
   * @throws RequestRefused where it cannot be one
   */
  SearchRequested fork(ForkWish wish) {
    ForkPoint point = new ForkPoint(search());
    try {
      SearchRequested fork =
          SearchRequests.fork(point.request(), point.past(wish.generation()), wish.changes());
      FactReader.fact(fork);
      return fork;
    } catch (IllegalArgumentException impossible) {
      throw new RequestRefused(impossible.getMessage());
    }
  }

  /** Whether it has come to its end. */
  boolean ended() {
    return search().state().end().isPresent();
  }

  private Search search() {
    return timed.search();
  }

  private static int evaluations(SearchState state) {
    int open = state.end().isPresent() ? 0 : state.generation().evaluated().size();
    return state.archive().evaluations() + open;
  }

  private List<CandidateStatus> evaluated() {
    List<Evaluation> evaluated = search().state().archive().evaluated();
    return evaluated.stream().map(CandidateViews::of).toList();
  }

  private SearchPhase phase() {
    SearchState state = search().state();
    if (state.end().isPresent()) {
      return SearchPhase.ENDED;
    }
    if (progress.failed().isPresent() && !state.running()) {
      return SearchPhase.FAILED;
    }
    if (state.control() == Control.PAUSE) {
      return SearchPhase.PAUSED;
    }
    return state.running() ? SearchPhase.RUNNING : SearchPhase.TRAINING;
  }

  private String reason(SearchPhase phase) {
    return switch (phase) {
      case ENDED -> search().state().end().map(EndReason::label).orElseThrow();
      case FAILED -> progress.failed().map(SearchFailed::getReason).orElseThrow();
      case PAUSED -> search().state().controlReason();
      case RUNNING, TRAINING -> "";
    };
  }

  private static GenerationStatus generation(CompletedGeneration completed) {
    return new GenerationStatus(
        completed.number(),
        completed.candidates(),
        completed.failures(),
        completed.evaluations(),
        completed.front(),
        completed.bestAccuracy().isPresent()
            ? Optional.of(completed.bestAccuracy().getAsDouble())
            : Optional.empty(),
        completed.hypervolume());
  }

  private static TrainingStatus training(TrainingProgressed progressed) {
    return new TrainingStatus(
        progressed.getEpoch(),
        progressed.getEpochs(),
        progressed.getStep(),
        progressed.getSteps(),
        progressed.getLoss(),
        progressed.getAccuracy(),
        progressed.getPicturesPerSecond());
  }
}
