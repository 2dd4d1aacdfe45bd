package io.scarlet.supernet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.random.Draws;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BatchTest {

  private static final FeatureMap SHAPE = new FeatureMap(3, 4, 1);
  private static final PictureSet QUICK = new Drawn(SHAPE, IntStream.range(0, 90).toArray());
  private static final Normalization AS_THEY_ARE =
      new Normalization(List.of(0.0), List.of(1 / 255.0));
  private static final Augmentation CHANGES = new Augmentation(1, true);
  private static final int[] BACKWARDS = IntStream.range(0, 90).map(i -> 89 - i).toArray();

  private interface Read {
    void before(int index);
  }

  /** The same pictures, of which each takes its time. */
  private record Slow(Read read) implements PictureSet {

    @Override
    public int size() {
      return QUICK.size();
    }

    @Override
    public FeatureMap shape() {
      return SHAPE;
    }

    @Override
    public List<String> classes() {
      return QUICK.classes();
    }

    @Override
    public int label(int index) {
      return QUICK.label(index);
    }

    @Override
    public void read(int index, byte[] pixels) {
      read.before(index);
      QUICK.read(index, pixels);
    }

    @Override
    public boolean isSlow() {
      return true;
    }
  }

  private static Batch batch(PictureSet pictures) {
    return Batch.of(pictures, CHANGES, AS_THEY_ARE, BACKWARDS, Draws.of(5, "changes"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theNumberOfThreadsThatReadChangesNothing(int threads) throws Exception {
    Batch alone = batch(QUICK);
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      Batch shared = pool.submit(() -> batch(new Slow(index -> {}))).get();
      assertThat(shared.pixels()).isEqualTo(alone.pixels());
      assertThat(shared.labels()).isEqualTo(alone.labels());
    }
  }

  @Test
  void slowPicturesAreReadByAllThreads() throws Exception {
    Set<String> readers = ConcurrentHashMap.newKeySet();
    CountDownLatch three = new CountDownLatch(3);
    PictureSet slow =
        new Slow(
            index -> {
              if (readers.add(Thread.currentThread().getName())) {
                three.countDown();
                await(three);
              }
            });
    try (ForkJoinPool pool = new ForkJoinPool(3)) {
      pool.submit(() -> batch(slow)).get();
    }
    assertThat(readers).hasSize(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void someOfSlowPicturesAreSlowToo() {
    assertThat(new Slow(index -> {}).select(BACKWARDS).isSlow()).isTrue();
    assertThat(QUICK.select(BACKWARDS).isSlow()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ofSeveralUnreadablePicturesTheFirstOfTheBatchIsTold(int threads) {
    PictureSet damaged =
        new Slow(
            index -> {
              if (index % 20 == 7) {
                throw new UnreadablePictureException(
                    "picture " + index + " is damaged", new IOException("damaged"));
              }
            });
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      assertThatThrownBy(() -> pool.submit(() -> batch(damaged)).join())
          .hasStackTraceContaining("picture 87 is damaged");
    }
  }
}
