package io.scarlet.backend.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vector loads and stores at raw addresses; addresses and strides are in bytes. A load may read up
 * to {@link #SLACK} bytes past the values of a tensor, a store may not write past them.
 */
@SuppressWarnings("restricted") // all memory, at addresses that the tensors own
final class Lanes {

  /**
   * The widest that Java has here. A lane's sum never meets that of another lane but in an order
   * that is the same for every width, see {@link Period}: so the width changes no bit.
   */
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Narrower vectors would compute too, but slower than what a library does with them. */
  static final int LEAST_BITS = 256;

  static final int COUNT = SPECIES.length();

  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  /** Bytes of a vector. */
  static final long VECTOR = (long) COUNT * Float.BYTES;

  /** Bytes after each tensor that may be read, so that the last values need no mask: 3 vectors. */
  static final long SLACK = 3 * VECTOR;

  /**
   * Cutting an address to what an address can be changes nothing, but tells the compiler that it is
   * not negative: then no access has to check its bounds, and no vector has to be kept for what
   * would follow a failed check.
   */
  private static final long ADDRESSES = (1L << 57) - 1;

  private static final long BASES = (1L << 56) - 1;

  private Lanes() {}

  /** An address; the compiler takes accesses at constant distances from it for safe. */
  static long base(long address) {
    return address & BASES;
  }

  /**
   * Zero in every lane. A call and not a constant: the compiler keeps a sum in a register only if
   * it made its first value itself.
   */
  static FloatVector zero() {
    return FloatVector.zero(SPECIES);
  }

  static FloatVector load(long address) {
    return FloatVector.fromMemorySegment(SPECIES, MEMORY, address & ADDRESSES, ORDER);
  }

  static FloatVector load(long address, VectorMask<Float> mask) {
    return FloatVector.fromMemorySegment(SPECIES, MEMORY, address & ADDRESSES, ORDER, mask);
  }

  static void store(FloatVector v, long address) {
    v.intoMemorySegment(MEMORY, address & ADDRESSES, ORDER);
  }

  static void store(FloatVector v, long address, VectorMask<Float> mask) {
    v.intoMemorySegment(MEMORY, address & ADDRESSES, ORDER, mask);
  }

  /** One value, in every lane. */
  static FloatVector spread(long address) {
    return FloatVector.broadcast(SPECIES, get(address));
  }

  static FloatVector spread(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  static float get(long address) {
    return MEMORY.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address & ADDRESSES);
  }

  static void set(long address, float value) {
    MEMORY.set(ValueLayout.JAVA_FLOAT_UNALIGNED, address & ADDRESSES, value);
  }

  /** The lanes of a vector that starts at {@code from} and lie below {@code limit}. */
  static VectorMask<Float> below(int from, int limit) {
    return SPECIES.indexInRange(from, limit);
  }

  static void clear(long address, long values) {
    MEMORY.asSlice(address, values * Float.BYTES).fill((byte) 0);
  }

  static void copy(long from, long to, long values) {
    MemorySegment.copy(MEMORY, from, MEMORY, to, values * Float.BYTES);
  }

  static void copy(float[] from, long to) {
    MemorySegment.copy(from, 0, MEMORY, ValueLayout.JAVA_FLOAT_UNALIGNED, to, from.length);
  }

  static void copy(long from, float[] to) {
    copy(from, to, 0, to.length);
  }

  static void copy(long from, float[] to, int start, int values) {
    MemorySegment.copy(MEMORY, ValueLayout.JAVA_FLOAT_UNALIGNED, from, to, start, values);
  }
}
