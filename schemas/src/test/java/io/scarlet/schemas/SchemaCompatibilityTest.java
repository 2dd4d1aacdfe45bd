package io.scarlet.schemas;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.SearchStrategy;
import io.scarlet.schemas.kafka.ReadingLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Journals never expire, so each schema reads and is read by all its released versions. */
class SchemaCompatibilityTest {

  static {
    ReadingLimits.apply(); // as in any program that reads events
  }

  @TestFactory
  Stream<DynamicTest> every_record_reads_and_is_read_by_all_its_released_versions()
      throws IOException {
    Map<String, Schema> current = ReleasedSchemas.current();
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (String version : ReleasedSchemas.versions()) {
      for (Schema released : ReleasedSchemas.of(version)) {
        tests.add(
            DynamicTest.dynamicTest(
                released.getName() + " " + version,
                () -> {
                  assertThat(current).containsKey(released.getFullName());
                  Schema now = current.get(released.getFullName());
                  assertThat(reads(now, released)).as("new code reads old records").isTrue();
                  assertThat(reads(released, now)).as("old code reads new records").isTrue();
                }));
      }
    }
    return tests.build();
  }

  @Test
  void every_event_is_held_to_a_version() throws IOException {
    assertThat(ReleasedSchemas.of(ReleasedSchemas.versions().getLast()))
        .extracting(Schema::getFullName)
        .containsExactlyInAnyOrderElementsOf(ReleasedSchemas.current().keySet());
  }

  @Test
  void a_request_from_before_there_was_a_choice_is_read_as_nsga2() throws IOException {
    Schema old =
        ReleasedSchemas.of("0.1.0").stream()
            .filter(schema -> schema.getName().equals("SearchRequested"))
            .findFirst()
            .orElseThrow();
    GenericRecord written =
        new GenericRecordBuilder(old)
            .set("searchId", "s1")
            .set("name", "before")
            .set("space", "name: any")
            .set("data", defaults(old, "data"))
            .set("training", defaults(old, "training"))
            .set("evaluation", defaults(old, "evaluation"))
            .set("evolution", defaults(old, "evolution"))
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(old).write(written, encoder);
    encoder.flush();

    EvolutionSettings read =
        new SpecificDatumReader<SearchRequested>(old, SearchRequested.getClassSchema())
            .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null))
            .getEvolution();

    assertThat(read.getStrategy()).isEqualTo(SearchStrategy.NSGA2);
    assertThat(read.getGenerationSize()).isZero();
    assertThat(read.getGenerations()).isZero();
    assertThat(read.getStallGenerations()).isZero();
    assertThat(read.getSeconds()).isZero();
  }

  private static GenericRecord defaults(Schema request, String field) {
    return new GenericRecordBuilder(request.getField(field).schema()).build();
  }

  @Test
  void a_new_field_without_a_default_is_found_incompatible() {
    Schema old = SchemaBuilder.record("Score").fields().requiredDouble("accuracy").endRecord();
    Schema careless =
        SchemaBuilder.record("Score")
            .fields()
            .requiredDouble("accuracy")
            .requiredDouble("latency")
            .endRecord();
    Schema careful =
        SchemaBuilder.record("Score")
            .fields()
            .requiredDouble("accuracy")
            .name("latency")
            .type()
            .doubleType()
            .doubleDefault(0)
            .endRecord();

    assertThat(reads(careless, old)).isFalse();
    assertThat(reads(careful, old)).isTrue();
    assertThat(reads(old, careful)).isTrue();
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == COMPATIBLE;
  }
}
