package io.scarlet.log;

import io.scarlet.events.CandidateScored;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.SearchStrategy;
import io.scarlet.evolution.Adoption;
import io.scarlet.evolution.Aging;
import io.scarlet.evolution.Constraint;
import io.scarlet.evolution.Control;
import io.scarlet.evolution.Direction;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.Limits;
import io.scarlet.evolution.Measure;
import io.scarlet.evolution.Mode;
import io.scarlet.evolution.Nsga2;
import io.scarlet.evolution.Objective;
import io.scarlet.evolution.Outcome;
import io.scarlet.evolution.Past;
import io.scarlet.evolution.Predictor;
import io.scarlet.evolution.RandomSearch;
import io.scarlet.evolution.SearchSettings;
import io.scarlet.evolution.Strategy;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;

/** From events to the facts of the decider. */
public final class FactReader {

  private FactReader() {}

  /** The search that an event belongs to; empty text for an event that no search reads. */
  public static String searchId(SpecificRecord event) {
    return switch (event) {
      case SearchRequested requested -> requested.getSearchId();
      case SearchControlled controlled -> controlled.getSearchId();
      case CheckpointPublished published -> published.getSearchId();
      case CandidateScored scored -> scored.getSearchId();
      default -> "";
    };
  }

  /**
   * The fact that an event states.
   *
   * @throws IllegalArgumentException for a request that cannot be searched, with one line that says
   *     why
   */
  public static Fact fact(SpecificRecord event) {
    return switch (event) {
      case SearchRequested requested -> new Fact.Requested(settings(requested));
      case SearchControlled controlled ->
          new Fact.Controlled(
              switch (controlled.getAction()) {
                case PAUSE -> Control.PAUSE;
                case RESUME -> Control.RESUME;
                case STOP -> Control.STOP;
              },
              controlled.getReason());
      case CheckpointPublished published ->
          new Fact.CheckpointPublished(
              PastReader.checkpoint(
                  published.getStep(), published.getLast(), published.getArtifact()));
      case CandidateScored scored ->
          new Fact.Scored(scored.getCandidateId(), outcome(scored), scored.getCheckpointSha256());
      default -> throw new IllegalArgumentException("no fact: " + event.getSchema().getName());
    };
  }

  private static Outcome outcome(CandidateScored scored) {
    if (scored.getStatus() == ScoreStatus.FAILED) {
      return new Outcome.Failure(
          Objects.requireNonNullElse(scored.getFailure(), "no reason given"));
    }
    Double accuracy = scored.getAccuracy();
    return new Outcome.Score(
        accuracy == null ? Double.NaN : accuracy,
        known(scored.getLoss()),
        known(scored.getLatency()));
  }

  /** A figure that an event may lack. */
  static OptionalDouble known(Double figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  private static SearchSettings settings(SearchRequested requested) {
    EvolutionSettings evolution = requested.getEvolution();
    SearchSpace space = SearchSpaceYaml.read(requested.getSpace());
    SearchSettings settings =
        new SearchSettings(
            requested.getSearchId(),
            requested.getSeed(),
            space,
            requested.getEvaluation().getSource() == ScoreSource.SUPERNET,
            adoption(evolution),
            new Limits(
                evolution.getEvaluations(),
                evolution.getGenerations(),
                evolution.getStallGenerations(),
                evolution.getStallGain()),
            switch (evolution.getMode()) {
              case GENERATIONAL -> Mode.GENERATIONAL;
              case STEADY_STATE -> Mode.STEADY_STATE;
            },
            strategy(evolution.getStrategy()),
            evolution.getGenerationSize(),
            evolution.getPopulation(),
            evolution.getCrossoverProbability(),
            evolution.getMutationProbability(),
            evolution.getObjectives().stream().map(FactReader::objective).toList(),
            evolution.getConstraints().stream().map(FactReader::constraint).toList(),
            requested.getFinalists().getCount(),
            Optional.ofNullable(requested.getPast())
                .map(past -> PastReader.past(past, space))
                .orElse(Past.NONE));
    if (settings.needs(Measure.LATENCY) && requested.getEvaluation().getLatency().getRuns() == 0) {
      throw new IllegalArgumentException(
          "latency is an objective or a constraint, but nobody measures it: set"
              + " evaluation.latency.runs");
    }
    return settings;
  }

  private static Adoption adoption(EvolutionSettings evolution) {
    return switch (evolution.getAdoption()) {
      case LAST -> new Adoption.Last();
      case SCHEDULED -> new Adoption.Scheduled(evolution.getGenerationsPerCheckpoint());
      case AS_IT_COMES -> new Adoption.AsItComes();
    };
  }

  private static Strategy strategy(SearchStrategy strategy) {
    return switch (strategy) {
      case NSGA2 -> new Nsga2();
      case PREDICTOR -> new Predictor();
      case AGING -> new Aging();
      case RANDOM -> new RandomSearch();
    };
  }

  private static Objective objective(io.scarlet.events.Objective objective) {
    return new Objective(
        Measure.named(objective.getName()),
        switch (objective.getDirection()) {
          case MAXIMIZE -> Direction.MAXIMIZE;
          case MINIMIZE -> Direction.MINIMIZE;
        });
  }

  private static Constraint constraint(io.scarlet.events.Constraint constraint) {
    return new Constraint(
        Measure.named(constraint.getName()),
        Objects.requireNonNullElse(constraint.getAtLeast(), 0.0),
        Objects.requireNonNullElse(constraint.getAtMost(), Double.POSITIVE_INFINITY));
  }
}
