package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the files of a data set hold, as one SHA-256: that of the list which {@code sha256sum}
 * prints of them in the order of their names.
 */
final class DataDigest {

  /** Opens a file of a data set. */
  interface Opener {
    InputStream open(String name) throws IOException;
  }

  private DataDigest() {}

  /** The digest, in lower-case hexadecimal. */
  static String of(List<String> names, Opener opener) throws IOException {
    MessageDigest all = sha256();
    for (String name : names.stream().sorted().toList()) {
      MessageDigest one = sha256();
      try (InputStream in = new DigestInputStream(opener.open(name), one)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      String line = HexFormat.of().formatHex(one.digest()) + "  " + name + "\n";
      all.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
