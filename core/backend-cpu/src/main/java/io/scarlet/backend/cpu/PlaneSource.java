package io.scarlet.backend.cpu;

import static io.scarlet.backend.cpu.Lanes.VECTOR;

import io.scarlet.space.blueprint.FeatureMap;

/** Pictures as planes are filled with them: stored, or computed on the way. */
interface PlaneSource {

  /**
   * Moves places of a picture next to each other.
   *
   * @param picture which one
   * @param block which vector of channels
   * @param place the first, counted row by row
   * @param stride places from one to the next
   * @param to address of the first vector
   */
  void strip(int picture, int block, long place, int stride, long to, int count);

  /** Features as they are stored. */
  static PlaneSource stored(long x, FeatureMap map) {
    long size = map.size() * Float.BYTES;
    long row = (long) map.channels() * Float.BYTES;
    return (picture, block, place, stride, to, count) ->
        Strips.copy(x + picture * size + place * row + block * VECTOR, stride * row, to, count);
  }

  /** Features behind a norm. */
  static PlaneSource normed(long x, FeatureMap map, NormTable table) {
    long size = map.size() * Float.BYTES;
    long row = (long) map.channels() * Float.BYTES;
    return (picture, block, place, stride, to, count) -> {
      long at = x + picture * size + place * row + block * VECTOR;
      Strips.normed(table, block, at, stride * row, to, count);
    };
  }

  /** A gradient taken through a norm. */
  static PlaneSource throughNorm(long x, long behind, FeatureMap map, NormTable table) {
    long size = map.size() * Float.BYTES;
    long row = (long) map.channels() * Float.BYTES;
    return (picture, block, place, stride, to, count) -> {
      long at = picture * size + place * row + block * VECTOR;
      Strips.throughNorm(table, block, x + at, behind + at, stride * row, to, count);
    };
  }
}
