package io.scarlet.evolver;

import io.scarlet.schemas.TopicCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** The wire format with the catalogue's schemas numbered, for tests without a registry. */
final class RegistryFreeFormat {

  private static final List<Schema> SCHEMAS =
      TopicCatalogue.all().stream().flatMap(topic -> topic.values().stream()).toList();
  private static final int HEADER = 5;

  private RegistryFreeFormat() {}

  static Serializer<SpecificRecord> serializer() {
    return (topic, value) -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      try {
        bytes.write(
            ByteBuffer.allocate(HEADER)
                .put((byte) 0)
                .putInt(SCHEMAS.indexOf(value.getSchema()))
                .array());
        new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    };
  }

  static Deserializer<SpecificRecord> deserializer() {
    return (topic, bytes) -> {
      ByteBuffer header = ByteBuffer.wrap(bytes);
      if (header.get() != 0) {
        throw new IllegalStateException("Unknown magic byte!");
      }
      Schema schema = SCHEMAS.get(header.getInt());
      try {
        return new SpecificDatumReader<SpecificRecord>(
                schema, schema, SpecificData.getForSchema(schema))
            .read(
                null,
                DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
