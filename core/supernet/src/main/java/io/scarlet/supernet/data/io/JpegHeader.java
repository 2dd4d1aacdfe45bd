package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What stands before the pixels of a JPEG file of the common kind: sequential, Huffman codes, 8
 * bits, one scan, grey or YCbCr (ITU-T T.81, JFIF).
 *
 * @param width pixels
 * @param height pixels
 * @param components 1, or 3 as Y, Cb, Cr
 * @param restartInterval groups of blocks between two restarts; 0 for none
 * @param scan where the coded data starts in the file
 */
record JpegHeader(
    int width, int height, List<JpegComponent> components, int restartInterval, int scan) {

  JpegHeader {
    components = List.copyOf(components);
  }

  /** Blocks side by side in a group, of the channel that has most. */
  int across() {
    return components.stream().mapToInt(JpegComponent::across).max().orElseThrow();
  }

  /** Blocks above one another in a group, of the channel that has most. */
  int down() {
    return components.stream().mapToInt(JpegComponent::down).max().orElseThrow();
  }

  /** Groups of blocks side by side. */
  int groupsAcross() {
    return Math.ceilDiv(width, 8 * across());
  }

  /** Groups of blocks above one another. */
  int groupsDown() {
    return Math.ceilDiv(height, 8 * down());
  }

  /**
   * Reads a header; empty if the file is of another kind, or no JPEG file at all.
   *
   * @param tables of former pictures, by what the files say of them
   */
  static Optional<JpegHeader> read(byte[] file, Remembered<ByteBuffer, JpegHuffman> tables) {
    if (file.length < 4 || file[0] != (byte) 0xFF || file[1] != (byte) 0xD8) {
      return Optional.empty();
    }
    try {
      return new Reader(file, tables).read();
    } catch (IOException | IndexOutOfBoundsException e) { // whoever reads every kind will say why
      return Optional.empty();
    }
  }

  private record Sampled(int id, int across, int down, int table) {}

  private static final class Reader {

    private static final int NO_COLOUR_TRANSFORM = 0;
    private static final int LENGTHS = 16;

    private final byte[] file;
    private final Remembered<ByteBuffer, JpegHuffman> tables;
    private final int[][] quantization = new int[4][0];
    private final List<Optional<JpegHuffman>> codes =
        new ArrayList<>(Collections.nCopies(8, Optional.empty()));
    private final List<Sampled> sampled = new ArrayList<>();
    private int width;
    private int height;
    private int restartInterval;
    private int transform = 1;
    private int at = 2;

    Reader(byte[] file, Remembered<ByteBuffer, JpegHuffman> tables) {
      this.file = file;
      this.tables = tables;
    }

    private int next() {
      return Byte.toUnsignedInt(file[at++]);
    }

    private int nextTwo() {
      return (next() << Byte.SIZE) | next();
    }

    private int marker() throws IOException {
      if (next() != 0xFF) {
        throw new IOException("no marker");
      }
      int marker = next();
      while (marker == 0xFF) {
        marker = next();
      }
      return marker;
    }

    Optional<JpegHeader> read() throws IOException {
      while (true) {
        int marker = marker();
        int end = at + nextTwo();
        switch (marker) {
          case 0xC0, 0xC1 -> frame();
          case 0xC4 -> huffman(end);
          case 0xDB -> quantization(end);
          case 0xDD -> restartInterval = nextTwo();
          case 0xEE -> adobe(end);
          case 0xDA -> {
            return scan(end);
          }
          default -> {
            boolean application = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
            if (!application) {
              return Optional.empty();
            }
          }
        }
        at = end;
      }
    }

    private void frame() throws IOException {
      int bits = next();
      height = nextTwo();
      width = nextTwo();
      int count = next();
      for (int i = 0; i < count; i++) {
        int id = next();
        int sampling = next();
        sampled.add(new Sampled(id, sampling >> 4, sampling & 15, next()));
      }
      boolean sound =
          sampled.stream()
              .allMatch(s -> s.across() >= 1 && s.across() <= 4 && s.down() >= 1 && s.down() <= 4);
      if (bits != Byte.SIZE || width == 0 || height == 0 || sampled.size() != count || !sound) {
        throw new IOException("another kind");
      }
    }

    private void huffman(int end) throws IOException {
      while (at < end) {
        int which = next();
        int from = at;
        at += LENGTHS;
        for (int i = from; i < from + LENGTHS; i++) {
          at += Byte.toUnsignedInt(file[i]);
        }
        if (at > file.length) {
          throw new IOException("truncated");
        }
        ByteBuffer said = ByteBuffer.wrap(Arrays.copyOfRange(file, from, at));
        JpegHuffman table = tables.get(said, () -> new JpegHuffman(said.array()));
        codes.set((which >> 4) * 4 + (which & 3), Optional.of(table));
      }
    }

    private void quantization(int end) {
      while (at < end) {
        int which = next();
        int[] steps = new int[64];
        for (int i = 0; i < steps.length; i++) {
          steps[i] = (which >> 4) == 0 ? next() : nextTwo();
        }
        quantization[which & 3] = steps;
      }
    }

    private void adobe(int end) {
      if (end - at >= 12 && file[at] == 'A' && file[at + 1] == 'd') {
        transform = file[at + 11];
      }
    }

    private Optional<JpegHeader> scan(int end) throws IOException {
      int count = next();
      boolean colours =
          count == 3 && transform != NO_COLOUR_TRANSFORM && sampled.get(0).id() != 'R';
      if (count != sampled.size() || !(count == 1 || colours) || end > file.length) {
        return Optional.empty();
      }
      List<JpegComponent> components = new ArrayList<>();
      for (Sampled s : sampled) {
        int id = next();
        int tables = next();
        Optional<JpegHuffman> dc = codes.get((tables >> 4) & 3);
        Optional<JpegHuffman> ac = codes.get(4 + (tables & 3));
        int[] steps = quantization[s.table() & 3];
        if (id != s.id() || dc.isEmpty() || ac.isEmpty() || steps.length == 0) {
          return Optional.empty();
        }
        int across = count == 1 ? 1 : s.across();
        int down = count == 1 ? 1 : s.down();
        components.add(new JpegComponent(across, down, steps, dc.get(), ac.get()));
      }
      return Optional.of(new JpegHeader(width, height, components, restartInterval, end));
    }
  }
}
