package io.scarlet.bench.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * What a machine can do at the most, measured.
 *
 * @param threads that did it
 * @param operations a second: multiply-adds of floats that stay in the first cache, two each
 * @param bytes a second: two long arrays read and a third written, which fit in no cache
 */
public record Ceilings(int threads, double operations, double bytes) {

  private static final int TRIES = 12;
  private static final double NANOS = 1e9;
  private static final double MILLISECONDS = 1e3;

  private static final int CACHED = 512;
  private static final int SWEEPS = 30_000;
  private static final int DEGREE = 8;
  private static final int LONG = 1 << 24;
  private static final int STREAMS = 3;

  /** The best of some tries on so many threads. */
  public static Ceilings measured(int threads) {
    double operations =
        2.0 * DEGREE * CACHED * SWEEPS * threads / best(threads, Ceilings::polynomials);
    double bytes = (double) STREAMS * Float.BYTES * LONG * threads / best(threads, Ceilings::sums);
    return new Ceilings(threads, operations, bytes);
  }

  /** Milliseconds that so many operations take at the least. */
  public double computing(double count) {
    return count / operations * MILLISECONDS;
  }

  /** Milliseconds that so many bytes take at the least. */
  public double moving(double count) {
    return count / bytes * MILLISECONDS;
  }

  /** Seconds of the fastest try, in which all threads do the same work at once. */
  private static double best(int threads, Supplier<Runnable> work) {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Runnable> bodies = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        bodies.add(work.get());
      }
      double best = Double.POSITIVE_INFINITY;
      for (int attempt = 0; attempt < TRIES; attempt++) {
        long start = System.nanoTime();
        await(bodies.stream().<Future<?>>map(executor::submit).toList());
        best = Math.min(best, (System.nanoTime() - start) / NANOS);
      }
      return best;
    }
  }

  private static void await(List<Future<?>> futures) {
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException failed) {
        throw new IllegalStateException("a measurement failed", failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while measuring", interrupted);
      }
    }
  }

  private static Runnable polynomials() {
    float[] x = new float[CACHED];
    float[] y = new float[CACHED];
    Arrays.fill(x, 0.5f);
    return () -> {
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        polynomial(x, y);
      }
    };
  }

  /** Eight multiply-adds a value, written out so that the compiler makes vectors of them. */
  private static void polynomial(float[] x, float[] y) {
    for (int i = 0; i < x.length; i++) {
      float v = x[i];
      float p = y[i];
      p = Math.fma(p, v, 1f);
      p = Math.fma(p, v, 1f);
      p = Math.fma(p, v, 1f);
      p = Math.fma(p, v, 1f);
      p = Math.fma(p, v, 1f);
      p = Math.fma(p, v, 1f);
      p = Math.fma(p, v, 1f);
      p = Math.fma(p, v, 1f);
      y[i] = p;
    }
  }

  private static Runnable sums() {
    float[] x = new float[LONG];
    float[] y = new float[LONG];
    float[] z = new float[LONG];
    return () -> sum(x, y, z);
  }

  private static void sum(float[] x, float[] y, float[] z) {
    for (int i = 0; i < x.length; i++) {
      z[i] = x[i] + y[i];
    }
  }
}
