package io.scarlet.backend.portable;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The operations of ND4J that kernels are made of, all with outputs that exist already. Where an
 * output is an input too, the operation works in place. Broadcasting is NumPy's.
 */
final class Operations {

  private Operations() {}

  /** An operation by its name in ND4J, on one thread of OpenMP; the caller may be any thread. */
  static void run(String name, INDArray[] in, INDArray[] out, int... arguments) {
    OpenMp.setThreads(1);
    Nd4j.exec(
        DynamicCustomOp.builder(name)
            .addInputs(in)
            .addOutputs(out)
            .addIntegerArguments(arguments)
            .build());
  }

  private static void pair(String name, INDArray a, INDArray b, INDArray out) {
    run(name, new INDArray[] {a, b}, new INDArray[] {out});
  }

  static void add(INDArray a, INDArray b, INDArray out) {
    pair("add", a, b, out);
  }

  static void subtract(INDArray a, INDArray b, INDArray out) {
    pair("subtract", a, b, out);
  }

  static void multiply(INDArray a, INDArray b, INDArray out) {
    pair("multiply", a, b, out);
  }

  /** {@code out = a b}, matrices, each transposed first if asked. */
  static void matmul(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out) {
    run(
        "matmul",
        new INDArray[] {a, b},
        new INDArray[] {out},
        transposeA ? 1 : 0,
        transposeB ? 1 : 0,
        0);
  }

  static void atLeast(double bound, INDArray x, INDArray out) {
    Nd4j.exec(new ScalarMax(x, x, out, bound));
  }

  static void atMost(double bound, INDArray x, INDArray out) {
    Nd4j.exec(new ScalarMin(x, x, out, bound));
  }

  /** 1 where {@code x} is above a bound, else 0. */
  static void isAbove(double bound, INDArray x, INDArray out) {
    Nd4j.exec(new Step(x, out, bound));
  }

  /** 1 where {@code x} is below a bound, else 0. */
  static void isBelow(double bound, INDArray x, INDArray out) {
    x.mul(-1, out);
    isAbove(-bound, out, out);
  }
}
