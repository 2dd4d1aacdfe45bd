package io.scarlet.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The token of a stack: whoever can read its folder may steer its searches, others of the machine
 * may not. It is made once and stays, so that scripts can rely on it.
 */
public final class StackToken {

  /** In the stack's folder; readable for its owner only. */
  static final String FILE = "token";

  private static final int BYTES = 32;

  private StackToken() {}

  /** The token of the stack on a folder; empty where there is none, or it is somebody else's. */
  public static Optional<String> of(Path folder) {
    return read(folder.resolve(FILE));
  }

  /** The token in a file; empty where it cannot be read. */
  public static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Makes the token of a folder that has none. A temporary file is its owner's alone. */
  static void keep(Path folder) throws IOException {
    if (of(folder).isPresent()) {
      return;
    }
    byte[] chance = new byte[BYTES];
    new SecureRandom().nextBytes(chance);
    Path draft = Files.createTempFile(folder, FILE, "");
    Files.writeString(draft, HexFormat.of().formatHex(chance) + "\n");
    Files.move(draft, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }
}
