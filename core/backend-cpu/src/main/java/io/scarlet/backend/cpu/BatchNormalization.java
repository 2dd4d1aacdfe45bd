package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.CpuTensor.address;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.NormGradient;
import io.scarlet.supernet.backend.Tensor;

/** Batch norms by themselves, some rows for each worker. */
final class BatchNormalization {

  private static final int GRAIN = 256;

  private final Workers workers;
  private final Workspace[] spaces;
  private final NormTable table = new NormTable();
  private final MomentSums moments = new MomentSums();
  private final GradientSums gradients = new GradientSums();
  private final Scratch scratch = new Scratch();

  BatchNormalization(Workers workers, Workspace[] spaces) {
    this.workers = workers;
    this.spaces = spaces;
  }

  void moments(FeatureMap map, int n, Tensor x, Moments to) {
    Period period = new Period(map.channels());
    Pieces pieces = pieces(map, n);
    each(pieces, moments.of(address(x, n * map.size()), period, pieces.count())::written);
    moments.finish(period, pieces, 1, to);
  }

  void forward(Norm norm, int n, Tensor x, Tensor y) {
    FeatureMap map = norm.op().in();
    table.fill(norm);
    long from = address(x, n * map.size());
    long to = address(y, n * map.size());
    each(
        pieces(map, n),
        (piece, first, count, space) ->
            table.apply(space.groups(), count, from + first * row(map), to + first * row(map)));
  }

  /** The gradients of the weights alone. */
  void sums(Norm norm, int n, Tensor x, Tensor behind, NormGradient to) {
    FeatureMap map = norm.op().in();
    table.fill(norm);
    Pieces pieces = pieces(map, n);
    long from = address(x, n * map.size());
    long g = address(behind, n * map.size());
    each(pieces, gradients.of(from, g, table, pieces.count())::written);
    gradients.finish(norm, table, pieces.count(), to);
  }

  /** The gradient of the input, with those of the weights known. */
  void through(Norm norm, int n, Tensor x, Tensor behind, NormGradient sums, Tensor dx) {
    FeatureMap map = norm.op().in();
    table.fill(norm, sums, n * map.area());
    long from = address(x, n * map.size());
    long g = address(behind, n * map.size());
    long to = address(dx, n * map.size());
    each(
        pieces(map, n),
        (piece, first, count, space) -> {
          long at = first * row(map);
          table.through(space.groups(), count, from + at, g + at, to + at);
        });
  }

  /** The gradient of the input, and those of the weights written or added. */
  void gradient(
      Norm norm, int n, Tensor x, Tensor dy, Tensor dx, NormGradient to, boolean accumulate) {
    int channels = norm.op().in().channels();
    CpuTensor both = scratch.tensor(0, 2L * channels);
    NormGradient sums = new NormGradient(both.part(0, channels), both.part(channels, channels));
    sums(norm, n, x, dy, sums);
    through(norm, n, x, dy, sums, dx);
    collect(sums.scale(), to.scale(), channels, accumulate);
    collect(sums.shift(), to.shift(), channels, accumulate);
  }

  private static void collect(Tensor from, Tensor to, int channels, boolean accumulate) {
    if (accumulate) {
      Elementwise.add(address(to, channels), address(from, channels), channels);
    } else {
      Lanes.copy(address(from, channels), address(to, channels), channels);
    }
  }

  private interface Some {
    void rows(int piece, int first, int count, Workspace space);
  }

  private void each(Pieces pieces, Some some) {
    workers.run(
        pieces.count(),
        (piece, worker) -> {
          int first = pieces.from(piece);
          some.rows(piece, first, pieces.to(piece) - first, spaces[worker]);
        });
  }

  private static Pieces pieces(FeatureMap map, int n) {
    return Pieces.of(n * map.area(), GRAIN);
  }

  private static long row(FeatureMap map) {
    return (long) map.channels() * Float.BYTES;
  }
}
