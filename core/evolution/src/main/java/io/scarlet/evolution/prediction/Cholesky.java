package io.scarlet.evolution.prediction;

/**
 * A symmetric, positive definite matrix as the product of a triangle and its mirror image, R'R, and
 * what follows from the inverse of R. The inverse of the matrix itself is never made: its diagonal
 * is the sums of the squares of that triangle's rows.
 *
 * <p>The inner loops all add a multiple of one row to another. Each element has its own sum in a
 * fixed order, so a compiler that works on several elements at once changes no bit.
 *
 * <p>Golub and Van Loan, Matrix Computations, 4.2.
 */
final class Cholesky {

  private final double[][] inverse;

  /**
   * Takes O(n³) for n rows.
   *
   * @param matrix {@code [n, n]}, of which the part below the diagonal is not read; is overwritten
   * @throws IllegalArgumentException where it is not positive definite, or not finite
   */
  Cholesky(double[][] matrix) {
    factor(matrix);
    inverse = inverted(matrix);
  }

  /**
   * The x of matrix · x = right.
   *
   * @param right {@code [n]}
   */
  double[] solve(double[] right) {
    int rows = inverse.length;
    double[] half = new double[rows];
    for (int row = 0; row < rows; row++) {
      add(half, right[row], inverse[row], row);
    }
    double[] solution = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int column = row; column < rows; column++) {
        solution[row] += inverse[row][column] * half[column];
      }
    }
    return solution;
  }

  /** The diagonal of the matrix's inverse, {@code [n]}. */
  double[] inverseDiagonal() {
    double[] diagonal = new double[inverse.length];
    for (int row = 0; row < diagonal.length; row++) {
      for (int column = row; column < diagonal.length; column++) {
        diagonal[row] += inverse[row][column] * inverse[row][column];
      }
    }
    return diagonal;
  }

  private static void factor(double[][] matrix) {
    for (int pivot = 0; pivot < matrix.length; pivot++) {
      double[] row = matrix[pivot];
      if (!(row[pivot] > 0) || row[pivot] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("the matrix is not positive definite");
      }
      divide(row, Math.sqrt(row[pivot]), pivot);
      for (int other = pivot + 1; other < matrix.length; other++) {
        add(matrix[other], -row[other], row, other);
      }
    }
  }

  /** Of an upper triangle, from its last row to its first. */
  private static double[][] inverted(double[][] triangle) {
    int rows = triangle.length;
    double[][] inverted = new double[rows][rows];
    for (int row = rows - 1; row >= 0; row--) {
      inverted[row][row] = 1;
      for (int other = row + 1; other < rows; other++) {
        add(inverted[row], -triangle[row][other], inverted[other], other);
      }
      divide(inverted[row], triangle[row][row], row);
    }
    return inverted;
  }

  private static void add(double[] to, double factor, double[] row, int from) {
    for (int column = from; column < to.length; column++) {
      to[column] += factor * row[column];
    }
  }

  private static void divide(double[] row, double divisor, int from) {
    for (int column = from; column < row.length; column++) {
      row[column] /= divisor;
    }
  }
}
