package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.VECTOR;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A depthwise convolution as windows over padded planes, one vector of channels at a time.
 *
 * @param op the convolution
 */
record DepthwiseKernel(Operator.DepthwiseConvolution op) {

  /**
   * Sums that one set of taps gives: all of the output, or every so many rows and columns of it.
   *
   * @param taps of each window
   * @param weights which tap of the kernel each tap multiplies by
   * @param first bytes from the start of the plane to the first window
   * @param y first row of the sums in what they are written to
   * @param x first column
   * @param step from a row or column to the next
   */
  record Part(Taps taps, List<Integer> weights, long first, int y, int x, int step) {
    /** Bytes of the weights of one vector of channels. */
    long bytes() {
      return weights.size() * VECTOR;
    }
  }

  /** Vectors of channels. */
  int blocks() {
    return (op.in().channels() + COUNT - 1) / COUNT;
  }

  private int padding() {
    return op.kernel() / 2;
  }

  private int taps() {
    return op.kernel() * op.kernel();
  }

  /** The input in its padding. */
  Plane input() {
    FeatureMap in = op.in();
    return new Plane(in.height(), in.width(), padding(), padding(), op.stride());
  }

  /** The gradient of the output in the padding that the gradient of the input reads. */
  Plane outputGradient() {
    FeatureMap out = op.out();
    return new Plane(out.height(), out.width(), reach(), reach() + 1, 1);
  }

  /** Windows before a place that reach it. */
  private int reach() {
    return (op.kernel() - 1) / op.stride();
  }

  /** The whole output. */
  List<Part> forward() {
    List<Integer> weights = IntStream.range(0, taps()).boxed().toList();
    return List.of(new Part(new Taps(offsets()), weights, 0, 0, 0, 1));
  }

  /**
   * The gradient of the input, by the place's distance from the windows' grid: each distance has
   * the taps that fall on the grid.
   */
  List<Part> inputGradient() {
    List<Part> parts = new ArrayList<>();
    for (int y = 0; y < op.stride(); y++) {
      for (int x = 0; x < op.stride(); x++) {
        parts.add(inputGradient(y, x));
      }
    }
    return parts;
  }

  private Part inputGradient(int y, int x) {
    Plane plane = outputGradient();
    int phaseY = (y + padding()) % op.stride();
    int phaseX = (x + padding()) % op.stride();
    int rows = tapsOfPhase(phaseY);
    int columns = tapsOfPhase(phaseX);
    int top = (y + padding()) / op.stride() + reach() - Math.max(0, rows - 1);
    int left = (x + padding()) / op.stride() + reach() - Math.max(0, columns - 1);
    long[] offsets = new long[rows * columns];
    List<Integer> weights = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        offsets[row * columns + column] = plane.at(row, column);
        int ky = phaseY + (rows - 1 - row) * op.stride();
        int kx = phaseX + (columns - 1 - column) * op.stride();
        weights.add(ky * op.kernel() + kx);
      }
    }
    return new Part(new Taps(offsets), weights, plane.at(top, left), y, x, op.stride());
  }

  private int tapsOfPhase(int phase) {
    return (op.kernel() - phase + op.stride() - 1) / op.stride();
  }

  /** Puts the weights of a part {@code [blocks][taps][COUNT]} in the order of its taps. */
  void pack(Part part, long w, long to) {
    int channels = op.in().channels();
    for (int block = 0; block < blocks(); block++) {
      long from = w + block * VECTOR;
      for (int tap : part.weights()) {
        Lanes.store(Lanes.load(from + (long) tap * channels * Float.BYTES), to);
        to += VECTOR;
      }
    }
  }

  /** The gradients of the weights. */
  TapGradients weightGradient() {
    return new TapGradients(
        offsets(), op.stride() * input().row(), op.out().height(), op.out().width());
  }

  /** Bytes from the first place of an input's window to each tap. */
  private long[] offsets() {
    long[] offsets = new long[taps()];
    for (int tap = 0; tap < taps(); tap++) {
      offsets[tap] = input().at(tap / op.kernel(), tap % op.kernel());
    }
    return offsets;
  }

  /** Writes or adds sums {@code [blocks][size][COUNT]}, of which the taps are the first. */
  void unpack(long sums, long size, long dw, boolean accumulate) {
    int channels = op.in().channels();
    for (int tap = 0; tap < taps(); tap++) {
      long to = dw + (long) tap * channels * Float.BYTES;
      for (int block = 0; block < blocks(); block++) {
        long from = sums + (block * size + tap) * VECTOR;
        int valid = Math.min(COUNT, channels - block * COUNT);
        if (accumulate) {
          Elementwise.add(to + block * VECTOR, from, valid);
        } else {
          Lanes.copy(from, to + block * VECTOR, valid);
        }
      }
    }
  }
}
