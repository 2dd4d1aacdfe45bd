package io.scarlet.supernet.checkpoint.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What some bytes are.
 *
 * @param sha256 lower-case hexadecimal
 * @param size how many
 */
public record Digested(String sha256, long size) {

  /** What a file holds. */
  public static Digested of(Path file) throws IOException {
    return of(file, Long.MAX_VALUE);
  }

  /**
   * What a file holds.
   *
   * @param most no more than so many bytes are read, plus one that shows that there are more
   */
  public static Digested of(Path file, long most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, OutputStream.nullOutputStream(), most);
    }
  }

  /**
   * Copies bytes and says what they are.
   *
   * @param most no more than so many are copied, plus one that shows that there are more
   */
  public static Digested copy(InputStream in, OutputStream out, long most) throws IOException {
    DigestInputStream digesting = new DigestInputStream(new Limited(in, most), digest());
    long size = digesting.transferTo(out);
    return new Digested(HexFormat.of().formatHex(digesting.getMessageDigest().digest()), size);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Ends one byte behind a limit. */
  private static final class Limited extends FilterInputStream {

    private long left;

    private Limited(InputStream in, long most) {
      super(in);
      left = most == Long.MAX_VALUE ? most : most + 1;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read();
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0 && length > 0) {
        return -1;
      }
      int read = super.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
