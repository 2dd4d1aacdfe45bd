package io.scarlet.evolver.access;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The secret that writers send. It is kept as its hash, so that nothing can print it. */
final class Token {

  /** As RFC 6750 has it, long enough that nobody guesses it. */
  private static final String FORM = "[A-Za-z0-9._~+/=-]{16,1024}";

  private final byte[] hash;

  private Token(byte[] hash) {
    this.hash = hash;
  }

  /**
   * The token of the settings; empty where they have none.
   *
   * @throws ConfigurationException where it cannot be read, or is no token
   */
  static Optional<Token> of(AccessSettings settings) {
    if (settings.token().isPresent() && settings.tokenFile().isPresent()) {
      throw new ConfigurationException(
          "evolver: set scarlet.access.token or scarlet.access.token-file, not both");
    }
    return settings.tokenFile().map(Token::read).or(settings::token).map(Token::of);
  }

  static Token of(String text) {
    if (!text.matches(FORM)) {
      throw new ConfigurationException(
          "evolver: the token of scarlet.access is none: expected 16 to 1024 letters, digits or any"
              + " of ._~+/=-; openssl rand -hex 32 makes one");
    }
    return new Token(hash(text));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new ConfigurationException(
          "evolver: cannot read scarlet.access.token-file %s: make the file, readable for the evolver"
              .formatted(file));
    }
  }

  /** Whether this is the token; takes as long for any other. */
  boolean is(String sent) {
    return MessageDigest.isEqual(hash, hash(sent));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
