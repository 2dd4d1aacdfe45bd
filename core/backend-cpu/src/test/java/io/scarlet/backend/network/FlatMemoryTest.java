package io.scarlet.backend.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.space.Architecture;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.scoring.PathScorer;
import io.scarlet.supernet.scoring.ScoringSettings;
import io.scarlet.supernet.training.SupernetTraining;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Memory of a backend is asked for at the beginning and never again. */
class FlatMemoryTest {

  private static final long SEED = 5;
  private static final DataSplits DATA = Tiny.pictures();
  private static final Normalization NORMALIZATION = Normalization.of(DATA.train());

  private final AtomicLong allocated = new AtomicLong();

  /** A backend that counts the values it is asked for. */
  private Backend counting(Backend backend) {
    return (Backend)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Backend.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("allocate")) {
                allocated.addAndGet((long) arguments[0]);
              }
              try {
                return method.invoke(backend, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Supernet supernet(Backend backend) {
    return new Supernet(Tiny.SPACE, SkipTraining.STABILIZER, SEED, counting(backend));
  }

  private static SupernetTraining training(Supernet supernet) {
    return new SupernetTraining(
        supernet, Tiny.settings(3, SkipTraining.STABILIZER), DATA.train(), NORMALIZATION, SEED, 0);
  }

  private static PathScorer scorer(Supernet supernet) {
    ScoringSettings settings = new ScoringSettings(3, 50, 64);
    return new PathScorer(supernet, DATA.train(), DATA.validation(), NORMALIZATION, settings, SEED);
  }

  private static Architecture path(int first, int second) {
    return new Architecture(List.of(first, second));
  }

  @Test
  void aStepAsksForNoMemoryOnceEveryPathWasSeen() {
    try (Backend backend = new CpuBackend(1);
        SupernetTraining training = training(supernet(backend))) {
      for (int step = 0; step < 20; step++) {
        training.advance();
      }
      long before = allocated.get();
      assertThat(before).isPositive();
      for (int step = 20; step < 60; step++) {
        training.advance();
      }
      assertThat(allocated).hasValue(before);
    }
  }

  @Test
  void aCandidateAsksForNoMemoryOnceTheLargestWasScored() {
    try (Backend backend = new CpuBackend(1)) {
      PathScorer scorer = scorer(supernet(backend));
      scorer.score(path(1, 1));
      scorer.score(path(0, 2));
      long before = allocated.get();
      for (int first = 0; first < 2; first++) {
        for (int second = 0; second < 3; second++) {
          scorer.score(path(first, second));
        }
      }
      assertThat(allocated).hasValue(before);
    }
  }

  @Test
  void scoringTakesAThirdOfTheMemoryForWeightsThatTrainingTakes() {
    try (Backend backend = new CpuBackend(1)) {
      Supernet trained = supernet(backend);
      SupernetCheckpoint checkpoint = SupernetCheckpoint.of(trained, Map.of());
      allocated.set(0);
      Supernet scoring = supernet(backend);
      checkpoint.restoreForScoring(scoring);
      long without = allocated.get();
      long weights =
          scoring.parameters().stream().mapToLong(parameter -> parameter.value().size()).sum();
      checkpoint.restore(scoring);
      assertThat(allocated).hasValue(without + weights);
    }
  }

  @Test
  void whoWaitsForPicturesFirstGetsTheSameSteps() {
    try (Backend backend = new CpuBackend(1);
        SupernetTraining plain = training(supernet(backend));
        SupernetTraining waiting = training(supernet(backend))) {
      for (int step = 0; step < 3; step++) {
        waiting.awaitPictures();
        waiting.awaitPictures();
        assertThat(waiting.advance()).isEqualTo(plain.advance());
      }
    }
  }
}
