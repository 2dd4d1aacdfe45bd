package io.scarlet.evolver.rest;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchPast;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Control;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.EndReason;
import io.scarlet.evolution.Evaluation;
import io.scarlet.evolution.SearchState;
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
import io.scarlet.rest.SpaceStatus;
import io.scarlet.rest.TrainingHistory;
import io.scarlet.space.io.SearchSpaceYaml;
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
        state.archive().evaluations(),
        request.getEvolution().getEvaluations(),
        state.outstanding(),
        state.archive().failures(),
        front.size(),
        CandidateViews.best(front),
        search().latest().map(Decision.CompleteGeneration::hypervolume).orElse(0.0),
        progress.curve().latest().map(LiveViews::training),
        LiveViews.objectives(request));
  }

  /** The networks that no other beats, best in the first objective first. */
  List<CandidateStatus> front() {
    return search().state().archive().front().stream().map(this::candidate).toList();
  }

  /** The complete generations from one on, in their order. */
  List<GenerationStatus> generations(int from) {
    return timed.generations(from).stream().map(LiveViews::generation).toList();
  }

  /** All candidates in the order in which they were taken in, then those that are not yet. */
  List<CandidateStatus> candidates() {
    return candidates(0, Integer.MAX_VALUE);
  }

  /**
   * A part of them.
   *
   * @param from place of the first, from 0
   * @param limit how many at most
   */
  List<CandidateStatus> candidates(int from, int limit) {
    List<Evaluation> taken = search().state().archive().evaluated();
    Stream<CandidateStatus> settled =
        taken.subList(Math.min(from, taken.size()), taken.size()).stream().map(this::candidate);
    Stream<CandidateStatus> open = unsettled().skip(Math.max(0, from - taken.size()));
    return Stream.concat(settled, open).limit(limit).toList();
  }

  private Stream<CandidateStatus> unsettled() {
    SearchState state = search().state();
    return state.end().isPresent()
        ? Stream.empty()
        : Stream.concat(
                state.generation().evaluated().stream().map(this::candidate),
                state.generation().waiting().stream().map(CandidateViews::open))
            .sorted(BY_PLACE);
  }

  private CandidateStatus candidate(Evaluation evaluation) {
    return CandidateViews.of(evaluation, search().state().settings().orElseThrow());
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

  /** How its supernet trained so far. */
  TrainingHistory training() {
    return LiveViews.training(timed, progress);
  }

  /** What it may choose from. */
  SpaceStatus space() {
    return SpaceViews.of(SearchSpaceYaml.read(search().request().orElseThrow().getSpace()));
  }

  /**
   * The model of a finalist.
   *
   * @throws ProblemException where there is no such finalist, or no model yet
   */
  ArtifactReference model(String code) {
    Candidate candidate = finalist(code).member().candidate();
    return progress
        .model(candidate.id().toString())
        .trained()
        .flatMap(trained -> trained.getArtifacts().stream().findFirst())
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "the finalist '%s' has no model: /finalists tells how far it is"
                        .formatted(code)));
  }

  /** Changes whenever anything of it does, and is the same again after a start. */
  String revision() {
    return search().facts() + "." + progress.reports();
  }

  /** Whether it has come to its end. */
  boolean ended() {
    return search().state().end().isPresent();
  }

  private Decision.ChooseFinalist finalist(String code) {
    return search().finalists().stream()
        .filter(each -> each.member().candidate().architecture().code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "the search has no finalist '%s': /finalists lists them".formatted(code)));
  }

  private Search search() {
    return timed.search();
  }

  private static int evaluations(SearchState state) {
    int open = state.end().isPresent() ? 0 : state.generation().evaluated().size();
    return state.archive().evaluations() + open;
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
}
