package io.scarlet.backend.cpu;

import java.util.stream.IntStream;

/** What one worker needs to multiply: memory of its own, that only ever grows. */
final class Workspace {

  private static final int PANELS = 0;

  private final Product product = new Product();
  private final Scratch scratch = new Scratch();
  private float[] rows = {};

  /** One for each worker. */
  static Workspace[] of(Workers workers) {
    return IntStream.range(0, workers.count())
        .mapToObj(i -> new Workspace())
        .toArray(Workspace[]::new);
  }

  Product product() {
    return product;
  }

  /** A place for the left-hand side {@code [rows, depth]} and what a product reads beyond it. */
  float[] rows(int rows, int depth) {
    int size = Math.multiplyExact(rows + Product.HEIGHTS, depth) + Product.HEIGHTS;
    if (this.rows.length < size) {
      this.rows = new float[size];
    }
    return this.rows;
  }

  /** A right-hand side with nothing in it yet. */
  Panels panels(int depth, int columns) {
    return new Panels(scratch.take(PANELS, Panels.size(depth, columns)), depth, columns);
  }
}
