package io.scarlet.evolution;

import io.scarlet.evolution.ranking.Hypervolume;
import io.scarlet.evolution.ranking.Merit;
import io.scarlet.space.CostModel;
import java.util.List;

/** What networks are worth to a search, by its objectives and constraints. */
final class Appraisal {

  /**
   * Milliseconds between which a latency has a share. No space says what its networks take on some
   * machine, so the range is that of all networks and machines.
   */
  private static final double FASTEST = 0.01;

  private static final double SLOWEST = 10_000;

  private final SearchSettings settings;
  private final Reading least;
  private final Reading most;

  Appraisal(SearchSettings settings) {
    this.settings = settings;
    this.least = new Reading(0, 0, FASTEST, CostModel.cheapest(settings.space()));
    this.most =
        new Reading(
            1,
            lossByChance(settings.space().classes()),
            SLOWEST,
            CostModel.dearest(settings.space()));
  }

  /** The loss of a network that holds all classes for equally likely. */
  private static double lossByChance(int classes) {
    return StrictMath.log(classes);
  }

  /** The gains of an evaluation, and by how much it breaks the constraints. */
  Merit merit(Evaluation evaluation) {
    return new Merit(
        settings.objectives().stream()
            .map(objective -> objective.gain(evaluation.reading()))
            .toList(),
        settings.violation(evaluation));
  }

  /** For each objective, from 0, the worst that the space allows, to 1, the best. */
  List<Double> shares(Reading reading) {
    return settings.objectives().stream()
        .map(objective -> objective.share(reading, least, most))
        .toList();
  }

  /** The part of the box between worst and best that evaluations dominate, 0 to 1. */
  double hypervolume(List<Evaluation> front) {
    return Hypervolume.of(front.stream().map(evaluation -> shares(evaluation.reading())).toList());
  }
}
