package io.scarlet.evolver.rest;

import io.scarlet.events.Direction;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.evolver.CompletedGeneration;
import io.scarlet.evolver.TimedSearch;
import io.scarlet.evolver.Workforce;
import io.scarlet.rest.EvaluatorStatus;
import io.scarlet.rest.GenerationStatus;
import io.scarlet.rest.LayerCounts;
import io.scarlet.rest.LeadingChoice;
import io.scarlet.rest.ObjectiveStatus;
import io.scarlet.rest.TrainingHistory;
import io.scarlet.rest.TrainingStatus;
import java.util.List;
import java.util.Optional;

/** What changes while a search runs, as answers show it. */
final class LiveViews {

  private LiveViews() {}

  static List<ObjectiveStatus> objectives(SearchRequested request) {
    return request.getEvolution().getObjectives().stream()
        .map(
            wanted ->
                new ObjectiveStatus(wanted.getName(), wanted.getDirection() == Direction.MAXIMIZE))
        .toList();
  }

  static GenerationStatus generation(CompletedGeneration completed) {
    return new GenerationStatus(
        completed.number(),
        completed.candidates(),
        completed.failures(),
        completed.evaluations(),
        completed.front(),
        completed.bestAccuracy().isPresent()
            ? Optional.of(completed.bestAccuracy().getAsDouble())
            : Optional.empty(),
        completed.hypervolume(),
        completed.leading().stream()
            .map(leading -> new LeadingChoice(leading.choice(), leading.share()))
            .toList());
  }

  static TrainingStatus training(TrainingProgressed progressed) {
    return new TrainingStatus(
        progressed.getEpoch(),
        progressed.getEpochs(),
        progressed.getStep(),
        progressed.getSteps(),
        progressed.getLoss(),
        progressed.getAccuracy(),
        progressed.getPicturesPerSecond());
  }

  static TrainingHistory training(TimedSearch timed, SearchProgress progress) {
    return new TrainingHistory(
        progress.curve().reports().stream().map(LiveViews::training).toList(),
        timed.fairness().stream()
            .map(layer -> new LayerCounts(layer.getLayer(), layer.getCounts()))
            .toList());
  }

  static List<EvaluatorStatus> evaluators(TimedSearch timed) {
    return timed.workforce().evaluators().entrySet().stream()
        .map(each -> evaluator(each.getKey(), each.getValue()))
        .toList();
  }

  private static EvaluatorStatus evaluator(String id, Workforce.Seen seen) {
    return new EvaluatorStatus(
        id,
        seen.outcomes(),
        seen.failures(),
        seen.milliseconds() / (double) seen.outcomes(),
        seen.latest().toString());
  }
}
