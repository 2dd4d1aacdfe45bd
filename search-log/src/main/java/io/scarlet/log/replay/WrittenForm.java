package io.scarlet.log.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events as a log has them written. A field that came later is none of it, so an old log replays
 * with newer schemas.
 *
 * @param schemas by the full name of the record; what is not in it is written as today
 */
record WrittenForm(Map<String, Schema> schemas) {

  /**
   * The event with the fields that the log knows.
   *
   * @throws Divergence where the log's schema has no way to say this
   */
  IndexedRecord of(SpecificRecord event) throws Divergence {
    Schema today = event.getSchema();
    Schema then = schemas.getOrDefault(today.getFullName(), today);
    byte[] bytes = encoded(event);
    try {
      return new GenericDatumReader<GenericRecord>(today, then)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException | AvroRuntimeException unknown) {
      throw new Divergence(
          "%s cannot be written as the log was: %s"
              .formatted(today.getName(), unknown.getMessage()));
    }
  }

  /** Avro's binary encoding. */
  static byte[] encoded(IndexedRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      if (record instanceof SpecificRecord event) {
        new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
      } else {
        new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
      }
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
