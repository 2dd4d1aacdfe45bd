package io.scarlet.bench.kernel;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Moments;
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

/** Batch norm with ReLU6 on {@code [96, 14, 14, 144]}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BatchNormBenchmark {

  private static final float EPSILON = 1e-5f;

  @Param({"1", "2"})
  private int threads;

  private Workbench bench;
  private Backend backend;
  private Operator.BatchNorm op;
  private Moments moments;
  private Tensor x;
  private Tensor scale;
  private Tensor shift;
  private Tensor y;
  private Tensor dx;
  private Tensor dScale;
  private Tensor dShift;

  /** Makes everything that the kernels take. */
  @Setup
  public void prepare() {
    bench = new Workbench(threads);
    backend = bench.backend();
    op = new Operator.BatchNorm(new FeatureMap(14, 14, 144), Activation.RELU6);
    int channels = op.in().channels();
    x = bench.tensor(Workbench.N * op.in().size());
    y = bench.tensor(x.size());
    dx = bench.tensor(x.size());
    moments = new Moments(bench.tensor(channels), bench.positive(channels));
    scale = bench.positive(channels);
    shift = bench.tensor(channels);
    dScale = bench.tensor(channels);
    dShift = bench.tensor(channels);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    bench.close();
  }

  @Benchmark
  public void moments() {
    backend.moments(op.in(), Workbench.N, x, moments.mean(), moments.variance());
  }

  @Benchmark
  public void forward() {
    backend.batchNorm(op, Workbench.N, x, moments, scale, shift, EPSILON, y);
  }

  @Benchmark
  public void gradient() {
    backend.batchNormGradient(
        op, Workbench.N, x, moments, scale, shift, EPSILON, y, dx, dScale, dShift, false);
  }
}
