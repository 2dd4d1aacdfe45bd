package io.scarlet.bench.kernel;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
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

/** Depthwise convolutions on {@code [96, 14, 14, 144]}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DepthwiseBenchmark {

  @Param({"1", "2"})
  private int threads;

  @Param({"3", "5", "7"})
  private int kernel;

  @Param({"1", "2"})
  private int stride;

  private Workbench bench;
  private Backend backend;
  private Operator.DepthwiseConvolution op;
  private Tensor x;
  private Tensor w;
  private Tensor y;
  private Tensor dx;
  private Tensor dw;

  /** Makes everything that the kernels take. */
  @Setup
  public void prepare() {
    bench = new Workbench(threads);
    backend = bench.backend();
    op = new Operator.DepthwiseConvolution(new FeatureMap(14, 14, 144), kernel, stride);
    x = bench.tensor(Workbench.N * op.in().size());
    w = bench.tensor(op.parameters());
    y = bench.tensor(Workbench.N * op.out().size());
    dx = bench.tensor(x.size());
    dw = bench.tensor(w.size());
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    bench.close();
  }

  @Benchmark
  public void forward() {
    backend.depthwise(op, Workbench.N, x, w, y);
  }

  @Benchmark
  public void inputGradient() {
    backend.depthwiseInputGradient(op, Workbench.N, w, y, dx);
  }

  @Benchmark
  public void weightGradient() {
    backend.depthwiseWeightGradient(op, Workbench.N, x, y, dw, false);
  }
}
