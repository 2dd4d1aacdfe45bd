package io.scarlet.bench.kernel;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One update of a hundred thousand weights. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SgdBenchmark {

  private static final int WEIGHTS = 100_000;

  /** So small that no weight runs away. */
  private static final float RATE = 1e-6f;

  @Param({"1", "2"})
  private int threads;

  private Workbench bench;
  private Backend backend;
  private Tensor w;
  private Tensor dw;
  private Tensor velocity;

  /** Makes everything that the kernels take. */
  @Setup
  public void prepare() {
    bench = new Workbench(threads);
    backend = bench.backend();
    w = bench.tensor(WEIGHTS);
    dw = bench.tensor(WEIGHTS);
    velocity = bench.tensor(WEIGHTS);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    bench.close();
  }

  @Benchmark
  public void update() {
    backend.sgd(w, dw, velocity, RATE, 0.9f, 4e-5f);
  }
}
