package io.scarlet.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.Costs;
import io.scarlet.events.DataSettings;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A length that a record claims for a text, for bytes or for a list is no reason to make room. */
class ReadingLimitsTest {

  private static final long MOST_BYTES = 128L << 20;
  private static final List<Long> LENGTHS =
      List.of(1L << 26, Integer.MAX_VALUE - 8L, 1L << 40, -(1L << 26), Long.MIN_VALUE + 1, -1L);

  static {
    ReadingLimits.apply();
  }

  static List<SpecificRecord> events() {
    return List.of(
        CandidateProposed.newBuilder()
            .setCandidateId("a-g000-s00")
            .setSearchId("a")
            .setGeneration(0)
            .setSlot(0)
            .setCode("0123")
            .setOrigin(Origin.SEEDED)
            .setParents(List.of("b", "c"))
            .setCosts(new Costs(1L, 1L, 1))
            .setSeed(1)
            .setData(DataSettings.newBuilder().build())
            .setEvaluation(EvaluationSettings.newBuilder().build())
            .build(),
        DeadLetter.newBuilder()
            .setTopic("nas-scores")
            .setPartition(0)
            .setOffset(1)
            .setReason("unreadable")
            .setKey(ByteBuffer.wrap("key".getBytes(StandardCharsets.UTF_8)))
            .setValue(ByteBuffer.wrap(new byte[40]))
            .build());
  }

  @ParameterizedTest
  @MethodSource("events")
  void wherever_a_record_claims_one_it_is_read_or_refused_within_bounds(SpecificRecord event)
      throws IOException {
    byte[] sound = encoded(event);
    int refused = 0;
    for (int place = 0; place < sound.length; place++) {
      for (long length : LENGTHS) {
        byte[] hostile = claiming(sound, place, length);
        long before = allocated();
        refused += isRefused(event, hostile) ? 1 : 0;
        assertThat(allocated() - before).as("%d at %d", length, place).isLessThan(MOST_BYTES);
      }
    }
    assertThat(refused).isPositive();
  }

  private static boolean isRefused(SpecificRecord event, byte[] bytes) {
    try {
      new EventDatumProvider<SpecificRecord>()
          .createDatumReader(event.getSchema())
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
      return false;
    } catch (IOException | RuntimeException refused) {
      return true;
    }
  }

  /** The record with another number at a place. */
  private static byte[] claiming(byte[] sound, int place, long length) throws IOException {
    ByteArrayOutputStream hostile = new ByteArrayOutputStream();
    hostile.write(sound, 0, place);
    BinaryEncoder number = EncoderFactory.get().directBinaryEncoder(hostile, null);
    number.writeLong(length);
    number.flush();
    hostile.writeBytes(Arrays.copyOfRange(sound, place + 1, sound.length));
    return hostile.toByteArray();
  }

  private static byte[] encoded(SpecificRecord event) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new EventDatumProvider<SpecificRecord>()
        .createDatumWriter(event, event.getSchema())
        .write(event, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
  }
}
