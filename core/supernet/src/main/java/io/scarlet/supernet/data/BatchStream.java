package io.scarlet.supernet.data;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongFunction;

/** Batches made ahead of time by a thread of their own, in order. */
public final class BatchStream implements AutoCloseable {

  /** Batches that are made, waiting or in use at a time. */
  static final int IN_FLIGHT = 6;

  private static final int AHEAD = IN_FLIGHT - 2;

  private sealed interface Made {}

  private record Ready(Batch batch) implements Made {}

  private record Broken(RuntimeException cause) implements Made {}

  private final BlockingQueue<Made> made = new ArrayBlockingQueue<>(AHEAD);
  private final Thread maker;

  /**
   * Starts to make the batches {@code from ... to - 1}.
   *
   * @param batches makes the batch of a step
   */
  public BatchStream(LongFunction<Batch> batches, long from, long to) {
    maker =
        Thread.ofPlatform()
            .daemon()
            .name("scarlet-batches")
            .start(
                () -> {
                  try {
                    make(batches, from, to);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  private void make(LongFunction<Batch> batches, long from, long to) throws InterruptedException {
    for (long step = from; step < to; step++) {
      Batch batch;
      try {
        batch = batches.apply(step);
      } catch (RuntimeException e) {
        made.put(new Broken(e));
        return;
      } catch (Error e) { // out of memory, for instance: who waits for the batch must not wait on
        made.put(
            new Broken(new IllegalStateException("batch " + step + " cannot be made: " + e, e)));
        return;
      }
      made.put(new Ready(batch));
    }
  }

  /**
   * The next batch.
   *
   * @throws UnreadablePictureException if one of its pictures cannot be read
   */
  public Batch next() {
    try {
      return switch (made.take()) {
        case Ready ready -> ready.batch();
        case Broken broken -> throw broken.cause();
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for pictures", e);
    }
  }

  @Override
  public void close() {
    maker.interrupt();
  }
}
