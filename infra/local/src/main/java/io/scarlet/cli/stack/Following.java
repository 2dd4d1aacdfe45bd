package io.scarlet.cli.stack;

import io.scarlet.cli.follow.SearchFailedException;
import io.scarlet.cli.io.EvolverClient;
import io.scarlet.cli.io.StackUnavailable;
import io.scarlet.cli.view.SearchView;
import io.scarlet.cli.view.Standing;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.rest.FinalistStatus;
import io.scarlet.rest.SearchPhase;
import io.scarlet.rest.SearchStatus;
import io.scarlet.rest.TrainingStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Watches one search of a stack until it ends, and shows it. A stack that is away for a while is
 * waited for.
 */
public final class Following {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EvolverClient evolver;
  private final SearchView view;
  private final Set<String> ended = new HashSet<>();
  private int generations;

  /**
   * From now on.
   *
   * @param view shows what happens
   */
  public Following(EvolverClient evolver, SearchView view) {
    this.evolver = evolver;
    this.view = view;
  }

  /**
   * Watches it.
   *
   * @param id of a search that the stack has
   * @return how it is in the end
   * @throws SearchFailedException where a service has given it up
   * @throws StackUnavailable where the stack does not come back
   */
  public SearchStatus toTheEnd(String id) throws InterruptedException {
    long heard = System.nanoTime();
    while (true) {
      try {
        SearchStatus search = evolver.search(id);
        heard = System.nanoTime();
        show(search);
        if (search.phase() == SearchPhase.ENDED && trained(id)) {
          return search;
        }
        if (search.phase() == SearchPhase.FAILED) {
          throw new SearchFailedException(search.reason());
        }
      } catch (StackUnavailable away) {
        if (System.nanoTime() - heard > PATIENCE.toNanos()) {
          throw away;
        }
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  /** Shows how the finalists train; true once none of them does any more. */
  private boolean trained(String id) {
    boolean all = true;
    for (FinalistStatus finalist : evolver.finalists(id)) {
      switch (finalist.phase()) {
        case CHOSEN -> all = false;
        case TRAINING -> {
          all = false;
          view.finalistTrains(finalist.code(), finalist.epoch().orElse(0), finalist.epochs());
        }
        case TRAINED, FAILED -> {
          if (ended.add(finalist.candidate())) {
            view.finalistTrained(finalist.code(), finalist.testAccuracy(), finalist.failure());
          }
        }
      }
    }
    return all;
  }

  private void show(SearchStatus search) {
    if (search.phase() == SearchPhase.TRAINING) {
      search.training().map(report -> progress(search.id(), report)).ifPresent(view::training);
    } else if (search.generations() > generations) {
      generations = search.generations();
      view.generation(
          new Standing(
              generations - 1,
              search.evaluations(),
              search.budget(),
              search.front(),
              search.bestAccuracy().orElse(0.0),
              search.hypervolume(),
              OptionalLong.empty()));
    } else if (search.evaluations() > 0) {
      view.scored(search.evaluations(), search.budget());
    }
  }

  private static TrainingProgressed progress(String id, TrainingStatus training) {
    return TrainingProgressed.newBuilder()
        .setSearchId(id)
        .setStep(training.step())
        .setSteps(training.steps())
        .setEpoch(training.epoch())
        .setEpochs(training.epochs())
        .setLoss(training.loss())
        .setAccuracy(training.accuracy())
        .setLearningRate(0)
        .setPicturesPerSecond(training.picturesPerSecond())
        .build();
  }
}
