package io.scarlet.log.io;

import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.schemas.kafka.ReadingLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The log of a search as an Avro container file. The schemas are in it, so that Avro's own tools
 * read it in any language; its metadata name the search and count the events, so that a file that
 * ends too early is noticed. Equal logs give equal bytes.
 */
public final class LogFile {

  private static final String FORMAT = "scarlet.format";
  private static final String SEARCH = "scarlet.search";
  private static final String COUNT = "scarlet.events";
  private static final String VERSION = "1";

  /** Bytes of a file that is read. */
  public static final long LARGEST = 128L * 1024 * 1024;

  static {
    ReadingLimits.apply();
  }

  private LogFile() {}

  /** The file's content. */
  public static byte[] bytes(RecordedLog log) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(LogSchema.SCHEMA, LogSchema.EVENTS))) {
      writer
          .setMeta(FORMAT, VERSION)
          .setMeta(SEARCH, log.searchId())
          .setMeta(COUNT, log.events().size())
          .create(LogSchema.SCHEMA, bytes, marker(log.searchId()));
      for (LoggedEvent logged : log.events()) {
        writer.append(LogSchema.written(logged));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a file whole.
   *
   * @throws LogUnreadable where it is missing, foreign, truncated or damaged
   */
  public static RecordedLog read(Path file) {
    check(file);
    List<LoggedEvent> events = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(
            file.toFile(), new SpecificDatumReader<>(null, LogSchema.SCHEMA, LogSchema.EVENTS))) {
      if (!VERSION.equals(reader.getMetaString(FORMAT))) {
        throw new LogUnreadable(
            file + " is an Avro file, but no log of a search that this version of Scarlet knows");
      }
      Blocks.check(file, reader.previousSync());
      while (reader.hasNext()) {
        events.add(LogSchema.read(reader.next()));
      }
      long expected = reader.getMetaLong(COUNT);
      if (events.size() != expected) {
        throw new LogUnreadable(
            "%s is truncated: it holds %d of %d events".formatted(file, events.size(), expected));
      }
      return new RecordedLog(
          reader.getMetaString(SEARCH), events, LogSchema.events(reader.getSchema()));
    } catch (LogUnreadable known) {
      throw known;
    } catch (IOException | RuntimeException broken) {
      throw new LogUnreadable(
          "%s is truncated or damaged after event %d: %s"
              .formatted(file, events.size(), broken.getMessage()),
          broken);
    }
  }

  private static void check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LogUnreadable("there is no file " + file);
    }
    try (var in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST) {
        throw new LogUnreadable("%s has more than %d bytes".formatted(file, LARGEST));
      }
      byte[] magic = in.readNBytes(DataFileConstants.MAGIC.length);
      if (!Arrays.equals(magic, DataFileConstants.MAGIC)) {
        throw new LogUnreadable(file + " is no log of a search: it is no Avro container file");
      }
    } catch (IOException unreadable) {
      throw new LogUnreadable("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /** What separates the blocks. Avro draws it by chance; here equal logs give equal bytes. */
  private static byte[] marker(String searchId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("log of " + searchId).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, DataFileConstants.SYNC_SIZE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
