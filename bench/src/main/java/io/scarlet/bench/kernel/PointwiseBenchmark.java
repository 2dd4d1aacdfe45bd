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

/** 1x1 convolutions that expand and project, on 14x14. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PointwiseBenchmark {

  @Param({"1", "2"})
  private int threads;

  @Param({"24", "144"})
  private int channels;

  private Workbench bench;
  private Backend backend;
  private Operator.Convolution op;
  private Tensor x;
  private Tensor w;
  private Tensor bias;
  private Tensor y;
  private Tensor dx;
  private Tensor dw;

  /** Makes everything that the kernels take. */
  @Setup
  public void prepare() {
    bench = new Workbench(threads);
    backend = bench.backend();
    int filters = channels == 24 ? 144 : 24;
    op = new Operator.Convolution(new FeatureMap(14, 14, channels), filters, 1, 1, false);
    x = bench.tensor(Workbench.N * op.in().size());
    w = bench.tensor(op.parameters());
    bias = bench.tensor(0);
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
    backend.convolution(op, Workbench.N, x, w, bias, y);
  }

  @Benchmark
  public void inputGradient() {
    backend.convolutionInputGradient(op, Workbench.N, w, y, dx);
  }

  @Benchmark
  public void weightGradient() {
    backend.convolutionWeightGradient(op, Workbench.N, x, y, dw, false);
  }
}
