package io.scarlet.log.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.scarlet.log.GoldenLog;
import io.scarlet.log.RecordedLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path folder;
  private Path file;
  private RecordedLog golden;

  @BeforeEach
  void read() throws IOException {
    file = folder.resolve("log.avro");
    golden = GoldenLog.read(folder);
  }

  @Test
  void what_is_written_is_read_again_and_equal_logs_are_equal_bytes() throws IOException {
    Files.write(file, LogFile.bytes(golden));

    RecordedLog again = LogFile.read(file);
    assertThat(again.searchId()).isEqualTo(golden.searchId());
    assertThat(again.events()).isEqualTo(golden.events());
    assertThat(LogFile.bytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void anybody_reads_it_with_the_schemas_in_it() throws IOException {
    Files.write(file, LogFile.bytes(golden));

    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      GenericRecord first = reader.next();

      assertThat(first.get("topic")).hasToString("nas-searches");
      assertThat(((GenericRecord) first.get("event")).get("searchId")).hasToString("golden");
      assertThat(reader.getMetaString("scarlet.search")).isEqualTo("golden");
    }
  }

  @Test
  void a_missing_and_a_foreign_file_are_told_by_name() throws IOException {
    assertThatThrownBy(() -> LogFile.read(file)).hasMessage("there is no file " + file);

    Files.writeString(file, "{\"searchId\": \"golden\"}");
    assertThatThrownBy(() -> LogFile.read(file))
        .isInstanceOf(LogUnreadable.class)
        .hasMessage(file + " is no log of a search: it is no Avro container file");

    Files.write(file, new byte[] {'O', 'b'});
    assertThatThrownBy(() -> LogFile.read(file)).hasMessageContaining("no Avro container file");

    try (DataFileWriter<Object> other = new DataFileWriter<>(new GenericDatumWriter<>())) {
      other.create(Schema.create(Schema.Type.INT), file.toFile()).append(7);
    }
    assertThatThrownBy(() -> LogFile.read(file))
        .hasMessageContaining("is an Avro file, but no log of a search");
  }

  @Test
  void a_file_that_ends_anywhere_too_early_is_refused() throws IOException {
    byte[] whole = LogFile.bytes(golden);
    for (int length = whole.length - 1; length >= 4; length -= 97) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> LogFile.read(file))
          .isInstanceOf(LogUnreadable.class)
          .hasMessageStartingWith(file + " is truncated or damaged");
    }
  }

  @Test
  void a_file_that_lacks_whole_events_is_refused_with_their_number() throws IOException {
    int events = golden.events().size();
    byte[] fewer =
        LogFile.bytes(new RecordedLog(golden.searchId(), golden.events().subList(0, events - 3)));
    Files.write(file, withCount(fewer, events - 3, events));

    assertThatThrownBy(() -> LogFile.read(file))
        .hasMessage(
            "%s is truncated: it holds %d of %d events".formatted(file, events - 3, events));
  }

  @Test
  void an_altered_byte_is_refused_or_read_but_never_a_failure_of_another_kind() throws IOException {
    byte[] whole = LogFile.bytes(golden);
    Random random = new Random(5);
    for (int round = 0; round < 400; round++) {
      byte[] altered = whole.clone();
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, altered);

      Throwable failure = catchThrowable(() -> LogFile.read(file));

      assertThat(failure == null || failure instanceof LogUnreadable).isTrue();
    }
  }

  /** Avro writes a length before a text, twice as large since it may be negative elsewhere. */
  private static byte[] withCount(byte[] bytes, int count, int other) {
    String field = "scarlet.events" + (char) (2 * 3);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).containsOnlyOnce(field + count);
    return text.replace(field + count, field + other).getBytes(StandardCharsets.ISO_8859_1);
  }
}
