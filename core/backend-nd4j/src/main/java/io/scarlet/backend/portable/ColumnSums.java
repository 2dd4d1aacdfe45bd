package io.scarlet.backend.portable;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums over the rows of a matrix, as the product of a row of ones and the matrix: ND4J's reductions
 * over the first dimension are many times slower.
 */
final class ColumnSums {

  private static final int ONES = 0;

  private final Scratch scratch = new Scratch();

  /** {@code out [C]} from {@code x [rows, C]}. */
  void of(INDArray x, INDArray out) {
    INDArray ones = scratch.take(ONES, 1, x.size(0));
    ones.assign(1);
    Operations.matmul(ones, false, x, false, out.reshape('c', 1, x.size(1)));
  }

  /** {@code out [C]} from {@code x [rows, C]}, the mean of each column. */
  void mean(INDArray x, INDArray out) {
    of(x, out);
    out.divi(x.size(0));
  }
}
