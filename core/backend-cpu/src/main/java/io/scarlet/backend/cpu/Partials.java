package io.scarlet.backend.cpu;

/** Sums of partial results, in the order of the pieces. */
final class Partials {

  private Partials() {}

  /** {@code to (+)= sum over pieces of partial[piece]}, each of {@code size} values. */
  static void reduce(long partial, int pieces, long size, long to, boolean accumulate) {
    int count = Math.toIntExact(size);
    int first = 0;
    if (!accumulate) {
      Lanes.copy(partial, to, size);
      first = 1;
    }
    for (int piece = first; piece < pieces; piece++) {
      Elementwise.add(to, partial + piece * size * Float.BYTES, count);
    }
  }
}
