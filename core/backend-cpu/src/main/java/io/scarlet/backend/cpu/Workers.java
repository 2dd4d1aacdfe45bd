package io.scarlet.backend.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that share the pieces of one kernel. The caller works too. How many threads there are
 * decides who computes a piece, never what a piece is.
 */
final class Workers implements AutoCloseable {

  /** Looks for new work before a thread sleeps: about 20 microseconds. */
  private static final int SPINS = 2_000;

  /** A piece of a kernel's work. */
  interface Work {
    /**
     * Computes a piece.
     *
     * @param worker which thread computes, from 0: for memory of its own, never for a decision
     */
    void compute(int piece, int worker);
  }

  /** One kernel; a class, since each run is its own whatever it holds. */
  private static final class Job {
    private final Work body;
    private final int pieces;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;

    Job(int pieces, Work body) {
      this.body = body;
      this.pieces = pieces;
      this.left = new AtomicInteger(pieces);
    }

    void work(int worker) {
      for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
        body.compute(piece, worker);
        left.decrementAndGet();
      }
    }
  }

  private final Thread[] threads;
  private volatile Job job = new Job(0, (piece, worker) -> {});
  private volatile Throwable failure;
  private volatile boolean closed;

  Workers(int count) {
    threads = new Thread[count - 1];
    for (int i = 0; i < threads.length; i++) {
      int worker = i + 1;
      threads[i] =
          Thread.ofPlatform().daemon().name("scarlet-kernel-" + worker).start(() -> serve(worker));
    }
  }

  int count() {
    return threads.length + 1;
  }

  /** Runs {@code body} once for each of {@code 0 ... pieces - 1}, and returns when all are done. */
  void run(int pieces, IntConsumer body) {
    run(pieces, (piece, worker) -> body.accept(piece));
  }

  /** Runs {@code body} once for each of {@code 0 ... pieces - 1}, and returns when all are done. */
  void run(int pieces, Work body) {
    if (threads.length == 0 || pieces <= 1) {
      for (int piece = 0; piece < pieces; piece++) {
        body.compute(piece, 0);
      }
      return;
    }
    Job mine = new Job(pieces, body);
    job = mine;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    mine.work(0);
    while (mine.left.get() > 0) {
      if (failure != null) {
        throw new IllegalStateException("a kernel failed", failure);
      }
      Thread.onSpinWait();
    }
  }

  private void serve(int worker) {
    Job done = job;
    int idle = 0;
    while (!closed) {
      Job current = job;
      if (current != done) {
        done = current;
        idle = 0;
        try {
          current.work(worker);
        } catch (RuntimeException | Error e) {
          failure = e;
        }
      } else if (idle++ < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
