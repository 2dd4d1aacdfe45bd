package io.scarlet.schemas.kafka;

import io.apicurio.registry.serde.avro.AvroDatumProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Reads records into the classes that lie beside this one. Avro's own look-up goes by the loader of
 * Avro, which in a layered application may know another copy of them, or none.
 *
 * <p>Public with a public constructor since the serialiser makes it from the class. Hand it the
 * class, not its name: a name too would be looked up by another loader.
 *
 * @param <T> type of the records
 */
public final class EventDatumProvider<T> implements AvroDatumProvider<T> {

  static {
    ReadingLimits.apply();
  }

  private final SpecificData classes = new SpecificData(EventDatumProvider.class.getClassLoader());
  private final Map<Schema, DatumReader<T>> readers = new ConcurrentHashMap<>();

  /** Called by the serialiser. */
  public EventDatumProvider() {}

  @Override
  public DatumWriter<T> createDatumWriter(T data, Schema schema) {
    return new SpecificDatumWriter<>(schema, classes);
  }

  @Override
  public DatumReader<T> createDatumReader(Schema written) {
    return readers.computeIfAbsent(written, this::reader);
  }

  private DatumReader<T> reader(Schema written) {
    Class<?> type = classes.getClass(written);
    if (type == null) {
      throw new AvroRuntimeException("no event is written as " + written.getFullName());
    }
    return new SpecificDatumReader<>(written, classes.getSchema(type), classes);
  }

  @Override
  public Schema toSchema(T data) {
    return data instanceof GenericContainer record
        ? record.getSchema()
        : classes.getSchema(data.getClass());
  }
}
