package io.scarlet.request;

import io.scarlet.events.SearchRequested;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Derives the id of a search from its request: equal requests have equal ids, and any other seed or
 * setting gives another. The Avro encoding is the canonical form, since it has one form a value.
 */
final class SearchId {

  private static final int HASH_BYTES = 4;
  private static final int LONGEST_NAME = 40;

  private SearchId() {}

  /**
   * The id: the name in lower case with hyphens, then eight hexadecimal digits.
   *
   * @param request whose own id counts nothing
   */
  static String of(SearchRequested request) {
    SearchRequested anonymous = SchemaBinding.DATA.deepCopy(request.getSchema(), request);
    anonymous.setSearchId("");
    byte[] hash = sha256(encoded(anonymous));
    return slug(request.getName()) + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }

  private static String slug(String name) {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = slug.replaceAll("^-|-$", "");
    String filled = trimmed.isEmpty() ? "search" : trimmed;
    return filled.substring(0, Math.min(filled.length(), LONGEST_NAME));
  }

  private static byte[] encoded(SearchRequested request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SearchRequested>(request.getSchema(), SchemaBinding.DATA)
          .write(request, encoder);
      encoder.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
