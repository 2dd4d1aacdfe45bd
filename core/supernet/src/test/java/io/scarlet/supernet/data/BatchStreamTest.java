package io.scarlet.supernet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.FeatureMap;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchStreamTest {

  private static final PictureSet PICTURES = new Drawn(new FeatureMap(1, 1, 1), new int[200]);
  private static final Normalization AS_THEY_ARE =
      new Normalization(List.of(0.0), List.of(1 / 255.0));

  private static Batch batch(long step) {
    return Batch.plain(PICTURES, AS_THEY_ARE, new int[] {Math.toIntExact(step)});
  }

  @Test
  void batchesComeInOrderFromTheStepThatIsAskedFor() {
    try (BatchStream stream = new BatchStream(BatchStreamTest::batch, 17, 120)) {
      for (int step = 17; step < 120; step++) {
        assertThat(Math.round(stream.next().pixels()[0])).isEqualTo(step);
      }
    }
  }

  @Test
  void aBatchThatCannotBeMadeIsToldWhenItsTurnComes() {
    try (BatchStream stream = new BatchStream(BatchStreamTest::brokenAtThree, 0, 10)) {
      for (int step = 0; step < 3; step++) {
        assertThat(Math.round(stream.next().pixels()[0])).isEqualTo(step);
      }
      assertThatThrownBy(stream::next)
          .isInstanceOf(UnreadablePictureException.class)
          .hasMessage("picture 3 is damaged");
    }
  }

  private static Batch brokenAtThree(long step) {
    if (step == 3) {
      throw new UnreadablePictureException("picture 3 is damaged", new IOException("damaged"));
    }
    return batch(step);
  }

  @Test
  void notEvenALackOfMemoryLeavesTheTrainingWaiting() {
    OutOfMemoryError full = new OutOfMemoryError("heap");
    try (BatchStream stream = new BatchStream(step -> outOf(full), 5, 10)) {
      assertThatThrownBy(stream::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("batch 5 cannot be made: java.lang.OutOfMemoryError: heap")
          .hasCause(full);
    }
  }

  private static Batch outOf(OutOfMemoryError memory) {
    throw memory;
  }

  @Test
  void closingEndsTheThreadThatMakesThem() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    BatchStream stream =
        new BatchStream(
            step -> {
              started.countDown();
              try {
                TimeUnit.SECONDS.sleep(60);
              } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
              }
              return batch(step);
            },
            0,
            10);
    started.await();
    stream.close();
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
