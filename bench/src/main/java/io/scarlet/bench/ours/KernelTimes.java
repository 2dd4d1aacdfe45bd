package io.scarlet.bench.ours;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.FusedKernels;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stands between a network and its backend and adds up how long each kind of kernel takes. */
public final class KernelTimes {

  private static final double NANOS_A_MILLISECOND = 1e6;

  private final Backend timed;
  private final Map<String, Long> nanoseconds = new TreeMap<>();

  /** Times a backend. */
  public KernelTimes(Backend backend) {
    Optional<FusedKernels> fused =
        backend.fused().map(kernels -> timed(FusedKernels.class, kernels, "fused "));
    timed =
        (Backend)
            Proxy.newProxyInstance(
                Backend.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (_, method, arguments) ->
                    method.getName().equals("fused")
                        ? fused
                        : time(backend, "", method, arguments));
  }

  private <T> T timed(Class<T> kernels, T those, String prefix) {
    return kernels.cast(
        Proxy.newProxyInstance(
            kernels.getClassLoader(),
            new Class<?>[] {kernels},
            (_, method, arguments) -> time(those, prefix, method, arguments)));
  }

  /** The backend to use in its place. */
  public Backend backend() {
    return timed;
  }

  /** Forgets what was so far. */
  public void reset() {
    nanoseconds.clear();
  }

  /** Milliseconds by the name of the kernel. */
  public Map<String, Double> milliseconds() {
    Map<String, Double> milliseconds = new TreeMap<>();
    nanoseconds.forEach((name, sum) -> milliseconds.put(name, sum / NANOS_A_MILLISECOND));
    return milliseconds;
  }

  private Object time(Object kernels, String prefix, Method method, Object[] arguments)
      throws Throwable {
    long start = System.nanoTime();
    try {
      return method.invoke(kernels, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    } finally {
      nanoseconds.merge(prefix + method.getName(), System.nanoTime() - start, Long::sum);
    }
  }
}
