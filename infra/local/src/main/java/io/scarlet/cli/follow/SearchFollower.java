package io.scarlet.cli.follow;

import io.scarlet.cli.result.Finalists;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.cli.view.SearchView;
import io.scarlet.cli.view.Standing;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes in the events of one search, one by one, shows them, and knows when the search has ended.
 * Takes each generation and candidate once, however often the log repeats it.
 */
public final class SearchFollower {

  private final SearchRequested request;
  private final SearchView view;
  private final List<TrainingProgressed> training = new ArrayList<>();
  private final List<GenerationCompleted> generations = new ArrayList<>();
  private final Finalists finalists = new Finalists();
  private final Set<String> scored = new HashSet<>();
  private OptionalLong firstScore = OptionalLong.empty();

  /**
   * A follower at the beginning of a search.
   *
   * @param request what was asked for
   * @param view shows what happens
   */
  public SearchFollower(SearchRequested request, SearchView view) {
    this.request = request;
    this.view = view;
  }

  /**
   * Takes in a record of the log.
   *
   * @param event of this search
   * @param now the reading of the caller's clock, nanoseconds
   * @throws SearchFailedException where a service has given the search up
   */
  public void take(SpecificRecord event, long now) {
    switch (event) {
      case TrainingProgressed progress -> {
        training.add(progress);
        view.training(progress);
      }
      case CandidateScored score -> score(score, now);
      case GenerationCompleted generation -> generation(generation);
      case FinalistChosen finalist -> finalists.take(finalist);
      case ModelProgressed progress ->
          view.finalistTrains(progress.getCode(), progress.getEpoch(), progress.getEpochs());
      case ModelTrained model -> model(model);
      case SearchFailed failed ->
          throw new SearchFailedException("the " + failed.getService() + ": " + failed.getReason());
      default -> throw new IllegalArgumentException("not an event to follow: " + event);
    }
  }

  /** Whether the last generation is complete and every finalist trained. */
  public boolean ended() {
    return !generations.isEmpty()
        && generations.getLast().getLast()
        && finalists.trained() >= generations.getLast().getFinalists();
  }

  /** When the first candidate was scored, by the caller's clock; empty before. */
  public OptionalLong firstScore() {
    return firstScore;
  }

  /** The search so far; there is at least one generation. */
  public SearchHistory history() {
    return new SearchHistory(request, training, generations, finalists.all());
  }

  private void model(ModelTrained model) {
    if (finalists.take(model)) {
      Optional<String> failure = Optional.ofNullable(model.getFailure());
      view.finalistTrained(
          model.getCode(),
          Optional.of(model.getTestAccuracy()).filter(_ -> failure.isEmpty()),
          failure);
    }
  }

  private void score(CandidateScored score, long now) {
    if (firstScore.isEmpty()) {
      firstScore = OptionalLong.of(now);
    }
    if (scored.add(score.getCandidateId())) {
      view.scored(scored.size(), request.getEvolution().getEvaluations());
    }
  }

  private void generation(GenerationCompleted generation) {
    if (generation.getGeneration() == generations.size()) {
      generations.add(generation);
      view.generation(Standing.of(generation));
    }
  }
}
