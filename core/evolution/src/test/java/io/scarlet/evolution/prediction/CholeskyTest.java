package io.scarlet.evolution.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  @Property(tries = 60)
  void it_solves_and_inverts_as_ejml_does(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 70) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj matrix = positive(random, rows);
    DMatrixRMaj right = new DMatrixRMaj(rows, 1, true, random.doubles(rows).toArray());
    DMatrixRMaj inverse = new DMatrixRMaj(rows, rows);
    DMatrixRMaj solution = new DMatrixRMaj(rows, 1);
    CommonOps_DDRM.invertSPD(matrix, inverse);
    CommonOps_DDRM.mult(inverse, right, solution);

    Cholesky ours = new Cholesky(upper(matrix));

    assertThat(ours.solve(right.getData())).containsExactly(solution.getData(), within(1e-9));
    for (int row = 0; row < rows; row++) {
      assertThat(ours.inverseDiagonal()[row]).isCloseTo(inverse.get(row, row), within(1e-9));
    }
  }

  @Test
  void what_is_not_positive_definite_is_refused() {
    for (double corner : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Cholesky(new double[][] {{corner}}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the matrix is not positive definite");
    }
    assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {0, 1}}))
        .hasMessage("the matrix is not positive definite");
  }

  /** A product of a matrix with itself, and the identity. */
  private static DMatrixRMaj positive(SplittableRandom random, int rows) {
    DMatrixRMaj factor =
        new DMatrixRMaj(rows, rows, true, random.doubles((long) rows * rows, -1, 1).toArray());
    DMatrixRMaj positive = new DMatrixRMaj(rows, rows);
    CommonOps_DDRM.multTransA(factor, factor, positive);
    CommonOps_DDRM.addEquals(positive, CommonOps_DDRM.identity(rows));
    return positive;
  }

  /** What lies below the diagonal is not to be read. */
  private static double[][] upper(DMatrixRMaj matrix) {
    double[][] rows = new double[matrix.getNumRows()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(matrix.getData(), row * rows.length, (row + 1) * rows.length);
      Arrays.fill(rows[row], 0, row, Double.NaN);
    }
    return rows;
  }
}
