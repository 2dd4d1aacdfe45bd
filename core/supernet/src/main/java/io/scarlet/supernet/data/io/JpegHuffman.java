package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * A table of Huffman codes. Codes of up to {@value #FAST} bits, nearly all there are in a picture,
 * are looked up; longer ones are found by their length.
 */
final class JpegHuffman {

  /** Bits of a code that is looked up at once. */
  static final int FAST = 11;

  private static final int LONGEST = 16;

  /** By the next {@value #FAST} bits: {@code length << 8 | symbol}, or 0 for a longer code. */
  private final short[] fast = new short[1 << FAST];

  /** By length: one more than the largest code, aligned to 16 bits; 0 where there is none. */
  private final int[] end = new int[LONGEST + 1];

  private final int[] firstCode = new int[LONGEST + 1];
  private final int[] firstSymbol = new int[LONGEST + 1];
  private final byte[] symbols;

  /**
   * A table.
   *
   * @param counts codes of each length 1 ... 16
   * @param symbols in the order of their codes
   * @throws IOException if these are no codes
   */
  JpegHuffman(int[] counts, byte[] symbols) throws IOException {
    this.symbols = symbols.clone();
    int code = 0;
    int symbol = 0;
    for (int length = 1; length <= LONGEST; length++) {
      firstCode[length] = code;
      firstSymbol[length] = symbol;
      int next = code + counts[length - 1];
      if (next > (1 << length)) {
        throw new IOException("its Huffman codes are damaged");
      }
      if (length <= FAST) {
        for (int i = code; i < next; i++) {
          int from = i << (FAST - length);
          int entry = (length << Byte.SIZE) | Byte.toUnsignedInt(symbols[symbol + i - code]);
          Arrays.fill(fast, from, from + (1 << (FAST - length)), (short) entry);
        }
      }
      symbol += next - code;
      end[length] = next << (LONGEST - length);
      code = next << 1;
    }
  }

  /** {@code length << 8 | symbol} by the next bits; 0 for a code longer than those. */
  short[] fast() {
    return fast;
  }

  /**
   * A code that is not looked up.
   *
   * @param bits the next 16 bits
   * @return {@code length << 8 | symbol}
   * @throws IOException if it is no code
   */
  int find(int bits) throws IOException {
    for (int length = FAST + 1; length <= LONGEST; length++) {
      if (bits < end[length]) {
        int index = firstSymbol[length] + (bits >> (LONGEST - length)) - firstCode[length];
        if (index >= 0 && index < symbols.length) {
          return (length << Byte.SIZE) | Byte.toUnsignedInt(symbols[index]);
        }
      }
    }
    throw new IOException("its data is damaged");
  }
}
