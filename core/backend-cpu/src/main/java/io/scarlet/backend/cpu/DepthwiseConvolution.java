package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;
import static io.scarlet.backend.cpu.Lanes.COUNT;
import static io.scarlet.backend.cpu.Lanes.VECTOR;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** Depthwise convolutions, some pictures for each worker. */
final class DepthwiseConvolution {

  private static final int WEIGHTS = 0;
  private static final int PARTIAL = 1;

  private static final int PLANE = 0;
  private static final int ROW = 1;

  private final Workers workers;
  private final Scratch scratch = new Scratch();
  private final Scratch[] spaces;

  DepthwiseConvolution(Workers workers) {
    this.workers = workers;
    spaces =
        IntStream.range(0, workers.count()).mapToObj(i -> new Scratch()).toArray(Scratch[]::new);
  }

  void forward(Operator.DepthwiseConvolution op, int n, Tensor x, Tensor w, Tensor y) {
    DepthwiseKernel kernel = new DepthwiseKernel(op);
    long from = address(x, n * op.in().size());
    long to = address(y, n * op.out().size());
    long weights = address(w, op.parameters());
    convolve(kernel.forward(), kernel, weights, kernel.input(), op.stride(), n, from, op.out(), to);
  }

  void inputGradient(Operator.DepthwiseConvolution op, int n, Tensor w, Tensor dy, Tensor dx) {
    DepthwiseKernel kernel = new DepthwiseKernel(op);
    long from = address(dy, n * op.out().size());
    long to = address(dx, n * op.in().size());
    long weights = address(w, op.parameters());
    convolve(
        kernel.inputGradient(), kernel, weights, kernel.outputGradient(), 1, n, from, op.in(), to);
  }

  private void convolve(
      List<DepthwiseKernel.Part> parts,
      DepthwiseKernel kernel,
      long w,
      Plane plane,
      int stride,
      int n,
      long from,
      FeatureMap out,
      long to) {
    int channels = out.channels();
    long place = bytes(channels);
    long picture = bytes((long) plane.height() * plane.width() * channels);
    int taps = parts.stream().mapToInt(part -> part.weights().size()).sum();
    long weights = scratch.take(WEIGHTS, (long) taps * kernel.blocks() * COUNT);
    long next = weights;
    for (DepthwiseKernel.Part part : parts) {
      kernel.pack(part, w, next);
      next += kernel.blocks() * part.bytes();
    }
    Pieces pieces = Pieces.of(n, 1);
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          long padded = spaces[worker].take(PLANE, plane.bytes() / Float.BYTES);
          plane.clear(padded);
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            for (int block = 0; block < kernel.blocks(); block++) {
              plane.fill(from + i * picture + block * VECTOR, place, padded);
              long packed = weights;
              for (DepthwiseKernel.Part part : parts) {
                long mine = packed + block * part.bytes();
                long target = to + i * bytes(out.size()) + block * VECTOR;
                int valid = Math.min(COUNT, channels - block * COUNT);
                sums(part, plane, stride, padded, mine, out, target, valid, worker);
                packed += kernel.blocks() * part.bytes();
              }
            }
          }
        });
  }

  /** Writes the sums of a part; where they fill no vector, by way of a row of their own. */
  private void sums(
      DepthwiseKernel.Part part,
      Plane plane,
      int stride,
      long padded,
      long weights,
      FeatureMap out,
      long to,
      int valid,
      int worker) {
    long place = bytes(out.channels());
    long step = part.step() * place;
    int columns = (out.width() - part.x() + part.step() - 1) / part.step();
    long windows = padded + part.first();
    for (int y = part.y(); y < out.height(); y += part.step()) {
      long row = to + ((long) y * out.width() + part.x()) * place;
      if (valid == COUNT) {
        part.taps().row(windows, weights, row, step, columns);
      } else {
        long aside = spaces[worker].take(ROW, (long) columns * COUNT);
        part.taps().row(windows, weights, aside, VECTOR, columns);
        for (int i = 0; i < columns; i++) {
          Lanes.copy(aside + i * VECTOR, row + i * step, valid);
        }
      }
      windows += stride * plane.row();
    }
  }

  void weightGradient(
      Operator.DepthwiseConvolution op, int n, Tensor x, Tensor dy, Tensor dw, boolean accumulate) {
    DepthwiseKernel kernel = new DepthwiseKernel(op);
    Plane plane = kernel.input();
    TapGradients taps = kernel.weightGradient();
    int channels = op.in().channels();
    long place = bytes(channels);
    long from = address(x, n * op.in().size());
    long g = address(dy, n * op.out().size());
    long size = kernel.blocks() * taps.size() * COUNT;
    Pieces pieces = Pieces.of(n, 1);
    long partial = scratch.take(PARTIAL, pieces.count() * size);
    Lanes.clear(partial, pieces.count() * size);
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          long padded = spaces[worker].take(PLANE, plane.bytes() / Float.BYTES);
          plane.clear(padded);
          for (int i = pieces.from(piece); i < pieces.to(piece); i++) {
            for (int block = 0; block < kernel.blocks(); block++) {
              plane.fill(from + i * bytes(op.in().size()) + block * VECTOR, place, padded);
              taps.add(
                  padded,
                  g + i * bytes(op.out().size()) + block * VECTOR,
                  place,
                  partial + bytes(piece * size) + block * bytes(taps.size() * COUNT));
            }
          }
        });
    for (int piece = 1; piece < pieces.count(); piece++) {
      Elementwise.add(partial, partial + bytes(piece * size), Math.toIntExact(size));
    }
    kernel.unpack(partial, taps.size(), address(dw, op.parameters()), accumulate);
  }

  private static long bytes(long values) {
    return values * Float.BYTES;
  }
}
