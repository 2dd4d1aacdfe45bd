package io.scarlet.backend.portable;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The threads of OpenMP, by which oneDNN divides a product of matrices. It divides sums too, so
 * that another number of threads gives other bits, and ND4J has no setting for it.
 */
final class OpenMp {

  private static final Optional<MethodHandle> SET_THREADS = find("omp_set_num_threads");

  private OpenMp() {}

  /**
   * Sets how many threads the kernels that this thread calls may take. Nothing happens where ND4J
   * computes without OpenMP, on a GPU for instance.
   */
  static void setThreads(int threads) {
    SET_THREADS.ifPresent(
        function -> {
          try {
            function.invokeExact(threads);
          } catch (Throwable e) {
            throw new IllegalStateException("OpenMP does not take a number of threads", e);
          }
        });
  }

  // The signature is that of the OpenMP standard, and the library is loaded as long as ND4J is.
  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find(String function) {
    Nd4j.getBackend();
    Pointer address = Loader.addressof(function);
    return Optional.ofNullable(address)
        .map(
            found ->
                Linker.nativeLinker()
                    .downcallHandle(
                        MemorySegment.ofAddress(found.address()),
                        FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)));
  }
}
