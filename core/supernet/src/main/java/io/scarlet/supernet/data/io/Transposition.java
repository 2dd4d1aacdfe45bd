package io.scarlet.supernet.data.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Rows as columns, in tiles of 8x8 bytes: a byte at a time would take longer than the filters. */
final class Transposition {

  private static final int TILE = 8;

  private static final VarHandle ROW =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Transposition() {}

  /** The next multiple of a tile's side. */
  static int padded(int side) {
    return Math.ceilDiv(side, TILE) * TILE;
  }

  /** {@code [columns][rows]} of {@code [rows][columns]}, both multiples of a tile's side. */
  static byte[] of(byte[] from, int rows, int columns) {
    byte[] to = new byte[rows * columns];
    for (int y = 0; y < rows; y += TILE) {
      for (int x = 0; x < columns; x += TILE) {
        tile(from, y * columns + x, columns, to, x * rows + y, rows);
      }
    }
    return to;
  }

  private static void tile(byte[] from, int at, int stride, byte[] to, int toAt, int toStride) {
    long a = (long) ROW.get(from, at);
    long b = (long) ROW.get(from, at + stride);
    long c = (long) ROW.get(from, at + 2 * stride);
    long d = (long) ROW.get(from, at + 3 * stride);
    long e = (long) ROW.get(from, at + 4 * stride);
    long f = (long) ROW.get(from, at + 5 * stride);
    long g = (long) ROW.get(from, at + 6 * stride);
    long h = (long) ROW.get(from, at + 7 * stride);
    long t = ((a >>> 32) ^ e) & 0xFFFF_FFFFL;
    a ^= t << 32;
    e ^= t;
    t = ((b >>> 32) ^ f) & 0xFFFF_FFFFL;
    b ^= t << 32;
    f ^= t;
    t = ((c >>> 32) ^ g) & 0xFFFF_FFFFL;
    c ^= t << 32;
    g ^= t;
    t = ((d >>> 32) ^ h) & 0xFFFF_FFFFL;
    d ^= t << 32;
    h ^= t;
    t = ((a >>> 16) ^ c) & 0x0000_FFFF_0000_FFFFL;
    a ^= t << 16;
    c ^= t;
    t = ((b >>> 16) ^ d) & 0x0000_FFFF_0000_FFFFL;
    b ^= t << 16;
    d ^= t;
    t = ((e >>> 16) ^ g) & 0x0000_FFFF_0000_FFFFL;
    e ^= t << 16;
    g ^= t;
    t = ((f >>> 16) ^ h) & 0x0000_FFFF_0000_FFFFL;
    f ^= t << 16;
    h ^= t;
    pair(a, b, to, toAt, toStride);
    pair(c, d, to, toAt + 2 * toStride, toStride);
    pair(e, f, to, toAt + 4 * toStride, toStride);
    pair(g, h, to, toAt + 6 * toStride, toStride);
  }

  private static void pair(long first, long second, byte[] to, int at, int stride) {
    long t = ((first >>> 8) ^ second) & 0x00FF_00FF_00FF_00FFL;
    ROW.set(to, at, first ^ (t << 8));
    ROW.set(to, at + stride, second ^ t);
  }
}
