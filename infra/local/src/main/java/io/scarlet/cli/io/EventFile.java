package io.scarlet.cli.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Events of one kind as an Avro container file: how processes hand them to each other. */
public final class EventFile {

  private EventFile() {}

  /**
   * Writes events.
   *
   * @throws IOException where the file cannot be written
   */
  public static <E extends SpecificRecord> void write(Path file, Schema schema, List<E> events)
      throws IOException {
    try (DataFileWriter<E> writer = new DataFileWriter<>(new SpecificDatumWriter<>(schema))) {
      writer.create(schema, file.toFile());
      for (E event : events) {
        writer.append(event);
      }
    }
  }

  /**
   * Reads events.
   *
   * @throws IOException where the file cannot be read
   */
  public static <E extends SpecificRecord> List<E> read(Path file, Class<E> type)
      throws IOException {
    List<E> events = new ArrayList<>();
    try (DataFileReader<E> reader =
        new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(type))) {
      reader.forEach(events::add);
    }
    return events;
  }
}
