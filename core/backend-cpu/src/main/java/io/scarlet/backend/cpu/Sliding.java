package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.VECTOR;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.List;

/**
 * Windows that slide over one picture's planes, to the output of a depthwise convolution or to the
 * gradient of its input.
 *
 * @param kernel the convolution
 * @param parts that make up all of what is written
 * @param plane that the windows slide over
 * @param stride rows of the plane from a row of windows to the next
 * @param out shape of what is written
 */
record Sliding(
    DepthwiseKernel kernel,
    List<DepthwiseKernel.Part> parts,
    Plane plane,
    int stride,
    FeatureMap out) {

  static Sliding forward(DepthwiseKernel kernel) {
    return new Sliding(
        kernel, kernel.forward(), kernel.input(), kernel.op().stride(), kernel.op().out());
  }

  static Sliding inputGradient(DepthwiseKernel kernel) {
    return new Sliding(
        kernel, kernel.inputGradient(), kernel.outputGradient(), 1, kernel.op().in());
  }

  /** Values of the packed weights. */
  long packedSize() {
    long taps = parts.stream().mapToLong(part -> part.weights().size()).sum();
    return taps * kernel.blocks() * COUNT;
  }

  /** Packs the weights of all parts, one after the other. */
  void pack(long w, long to) {
    for (DepthwiseKernel.Part part : parts) {
      kernel.pack(part, w, to);
      to += kernel.blocks() * part.bytes();
    }
  }

  /**
   * Writes a vector of channels of a picture.
   *
   * @param padded address of the plane, filled
   * @param weights address of the packed weights
   * @param to address of what is written
   */
  void run(long padded, int block, long weights, long to, Workspace space) {
    int valid = Math.min(COUNT, out.channels() - block * COUNT);
    long packed = weights;
    for (DepthwiseKernel.Part part : parts) {
      write(part, padded, packed + block * part.bytes(), to + block * VECTOR, valid, space);
      packed += kernel.blocks() * part.bytes();
    }
  }

  /** Writes the sums of a part; where they fill no vector, by way of a row of their own. */
  private void write(
      DepthwiseKernel.Part part, long padded, long weights, long to, int valid, Workspace space) {
    long place = (long) out.channels() * Float.BYTES;
    long step = part.step() * place;
    int columns = Math.ceilDiv(out.width() - part.x(), part.step());
    long windows = padded + part.first();
    for (int y = part.y(); y < out.height(); y += part.step()) {
      long row = to + ((long) y * out.width() + part.x()) * place;
      if (valid == COUNT) {
        part.taps().row(windows, weights, row, step, columns);
      } else {
        long aside = space.aside((long) columns * COUNT);
        part.taps().row(windows, weights, aside, VECTOR, columns);
        for (int i = 0; i < columns; i++) {
          Lanes.copy(aside + i * VECTOR, row + i * step, valid);
        }
      }
      windows += stride * plane.row();
    }
  }
}
