package io.scarlet.bench.kernel;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import java.util.SplittableRandom;

/** A backend with tensors of random values: zeros would be faster than real features. */
final class Workbench implements AutoCloseable {

  /** Pictures in a batch. */
  static final int N = 96;

  private final Backend backend;
  private final SplittableRandom random = new SplittableRandom(1);

  Workbench(int threads) {
    backend = new CpuBackend(threads);
  }

  Backend backend() {
    return backend;
  }

  /** Values between -1 and 1. */
  Tensor tensor(long size) {
    float[] values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    Tensor tensor = backend.allocate(size);
    tensor.write(values);
    return tensor;
  }

  /** Values between 0.5 and 1.5, as variances are. */
  Tensor positive(long size) {
    float[] values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(0.5, 1.5);
    }
    Tensor tensor = backend.allocate(size);
    tensor.write(values);
    return tensor;
  }

  @Override
  public void close() {
    backend.close();
  }
}
