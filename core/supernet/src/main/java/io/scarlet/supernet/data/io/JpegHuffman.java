package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * A table of Huffman codes. A code and the number behind it that have up to {@value #FAST} bits
 * together, which are nearly all, are looked up at once. What has not been seen yet, or is longer,
 * is put together. Safe from several threads: whichever of them finds what a code says, it is the
 * same, and it is written as one number.
 */
final class JpegHuffman {

  /** Bits of what is looked up. */
  static final int FAST = 11;

  /** Bits of the longest code with its number. */
  static final int LONGEST = 31;

  /** Zeros where no further coefficient follows: more than a block has. */
  private static final int END = 64;

  private static final int LONGEST_CODE = 16;
  private static final int ZEROS_ONLY = 15;

  /** By the next {@value #FAST} bits, as {@link #find}; 0 where that has not been asked yet. */
  private final int[] fast = new int[1 << FAST];

  /** By the next {@value #FAST} bits: {@code length << 8 | symbol}; 0 for a longer code. */
  private final short[] codes = new short[1 << FAST];

  /** By length: one more than the largest code, aligned to 16 bits. */
  private final int[] end = new int[LONGEST_CODE + 1];

  private final int[] firstCode = new int[LONGEST_CODE + 1];
  private final int[] firstSymbol = new int[LONGEST_CODE + 1];
  private final byte[] symbols;

  /**
   * A table.
   *
   * @param said how many codes there are of each length 1 ... 16, then what each code means
   * @throws IOException if these are no codes
   */
  JpegHuffman(byte[] said) throws IOException {
    symbols = Arrays.copyOfRange(said, LONGEST_CODE, said.length);
    int code = 0;
    int symbol = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      firstCode[length] = code;
      firstSymbol[length] = symbol;
      int next = code + Byte.toUnsignedInt(said[length - 1]);
      if (next > (1 << length)) {
        throw new IOException("its Huffman codes are damaged");
      }
      if (length <= FAST) {
        for (int i = code; i < next; i++) {
          int from = i << (FAST - length);
          int entry = (length << Byte.SIZE) | Byte.toUnsignedInt(symbols[symbol + i - code]);
          Arrays.fill(codes, from, from + (1 << (FAST - length)), (short) entry);
        }
      }
      symbol += next - code;
      end[length] = next << (LONGEST_CODE - length);
      code = next << 1;
    }
  }

  /** What {@link #find} has found by the next {@value #FAST} bits, else 0. */
  int[] fast() {
    return fast;
  }

  /**
   * What the next bits say.
   *
   * @param next at least {@value #LONGEST} bits, from the upper end on
   * @return {@code value << 16 | zeros << 8 | length}: a coefficient, how many zeros stand before
   *     it, and bits of all that; 64 zeros where the block ends
   * @throws IOException if there is no such code
   */
  int find(long next) throws IOException {
    int code = code((int) (next >>> (Long.SIZE - LONGEST_CODE)));
    int length = code >> Byte.SIZE;
    int size = code & 15;
    int zeros = (code >> 4) & 15;
    if (size == 0 && zeros != ZEROS_ONLY) {
      zeros = END;
    }
    int value = extend(next << length, size);
    length += size;
    int found = (value << 16) | (zeros << Byte.SIZE) | length;
    if (length <= FAST) {
      int from = (int) (next >>> (Long.SIZE - length)) << (FAST - length);
      Arrays.fill(fast, from, from + (1 << (FAST - length)), found);
    }
    return found;
  }

  private int code(int bits) throws IOException {
    int known = codes[bits >> (LONGEST_CODE - FAST)];
    if (known != 0) {
      return known;
    }
    for (int length = FAST + 1; length <= LONGEST_CODE; length++) {
      if (bits < end[length]) {
        int index = firstSymbol[length] + (bits >> (LONGEST_CODE - length)) - firstCode[length];
        if (index >= 0 && index < symbols.length) {
          return (length << Byte.SIZE) | Byte.toUnsignedInt(symbols[index]);
        }
      }
    }
    throw new IOException("its data is damaged");
  }

  /** The upper {@code size} bits as the standard writes a number: below a half is negative. */
  private static int extend(long upper, int size) {
    int value = (int) ((upper >>> 1) >>> (Long.SIZE - 1 - size));
    int negative = (int) ~(upper >> (Long.SIZE - 1)); // all ones where the first bit is 0
    return value + (negative & ((-1 << size) + 1));
  }
}
