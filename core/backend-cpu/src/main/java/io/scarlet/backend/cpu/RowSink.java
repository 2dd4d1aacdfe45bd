package io.scarlet.backend.cpu;

/** Looks at rows that a kernel has just written, while they are near. */
interface RowSink {

  /** Looks at nothing. */
  RowSink NONE = (piece, first, count, space) -> {};

  /**
   * Looks at some rows. Those of a piece come in order.
   *
   * @param first row, counted over all pictures
   */
  void written(int piece, long first, int count, Workspace space);
}
