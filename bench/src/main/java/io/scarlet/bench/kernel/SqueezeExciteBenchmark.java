package io.scarlet.bench.kernel;

import io.scarlet.space.blueprint.FeatureMap;
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

/** The scaling of squeeze and excite on {@code [96, 14, 14, 144]}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SqueezeExciteBenchmark {

  @Param({"1", "2"})
  private int threads;

  private Workbench bench;
  private Backend backend;
  private final FeatureMap map = new FeatureMap(14, 14, 144);
  private Tensor x;
  private Tensor gate;
  private Tensor y;
  private Tensor dx;
  private Tensor dGate;

  /** Makes everything that the kernels take. */
  @Setup
  public void prepare() {
    bench = new Workbench(threads);
    backend = bench.backend();
    x = bench.tensor(Workbench.N * map.size());
    y = bench.tensor(x.size());
    dx = bench.tensor(x.size());
    gate = bench.positive((long) Workbench.N * map.channels());
    dGate = bench.tensor(gate.size());
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    bench.close();
  }

  @Benchmark
  public void forward() {
    backend.scale(map, Workbench.N, x, gate, y);
  }

  @Benchmark
  public void gradient() {
    backend.scaleGradient(map, Workbench.N, x, gate, y, dx, dGate);
  }
}
