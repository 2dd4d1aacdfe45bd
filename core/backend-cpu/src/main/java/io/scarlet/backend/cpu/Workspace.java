package io.scarlet.backend.cpu;

import java.util.stream.IntStream;

/** Memory of one worker's own, that only ever grows. */
final class Workspace {

  private static final int NORMED = 0;
  private static final int THROUGH_NORM = 1;
  private static final int PLANE = 2;
  private static final int GRADIENT_PLANE = 3;
  private static final int ASIDE = 4;

  private final Product product = new Product();
  private final Groups groups = new Groups();
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

  Groups groups() {
    return groups;
  }

  /** A place for the left-hand side {@code [rows, depth]} and what a product reads beyond it. */
  float[] rows(int rows, int depth) {
    int size = Math.multiplyExact(rows + Product.BEYOND, depth) + Product.BEYOND;
    if (this.rows.length < size) {
      this.rows = new float[size];
    }
    return this.rows;
  }

  /** The address of a place for features behind a norm. */
  long normed(long values) {
    return scratch.take(NORMED, values);
  }

  /** The address of a place for a gradient that went through a norm. */
  long throughNorm(long values) {
    return scratch.take(THROUGH_NORM, values);
  }

  /** The address of a cleared place for a plane. */
  long plane(Plane plane) {
    return cleared(PLANE, plane);
  }

  /** The address of a cleared place for a plane of gradients. */
  long gradientPlane(Plane plane) {
    return cleared(GRADIENT_PLANE, plane);
  }

  private long cleared(int slot, Plane plane) {
    long address = scratch.take(slot, plane.bytes() / Float.BYTES);
    plane.clear(address);
    return address;
  }

  /** The address of a place for vectors that are not written where they belong at once. */
  long aside(long values) {
    return scratch.take(ASIDE, values);
  }
}
