package io.scarlet.evaluator.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.scarlet.evaluator.event.ScoredCandidate;
import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.events.DeadLetter;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** From what came of a candidate to the records that say so. */
final class OutcomeWriter implements AutoCloseable {

  /** A larger value is left out of its dead letter, which must fit the topic. */
  private static final int LARGEST_COPY = 512 * 1024;

  private final Serializer<SpecificRecord> serializer;
  private final String evaluatorId;

  OutcomeWriter(WireFormat wire, String evaluatorId) {
    this.serializer = wire.serializer();
    this.evaluatorId = evaluatorId;
  }

  /** The score, or the failure, as the search reads it. */
  ProducerRecord<byte[], byte[]> score(Candidate candidate, Outcome outcome) {
    return record(
        TopicCatalogue.SCORES,
        candidate.searchId().getBytes(UTF_8),
        ScoredCandidate.of(candidate, outcome, evaluatorId));
  }

  /** The record itself with the reason why it could not be used. */
  ProducerRecord<byte[], byte[]> deadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {
    boolean copied = record.value() == null || record.value().length <= LARGEST_COPY;
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setTopic(record.topic())
            .setPartition(record.partition())
            .setOffset(record.offset())
            .setReason(
                copied ? reason : reason + " (left out: " + record.value().length + " bytes)")
            .setKey(wrapped(record.key()))
            .setValue(copied ? wrapped(record.value()) : null)
            .build();
    return record(TopicCatalogue.CANDIDATES_DLQ, record.key(), letter);
  }

  private ProducerRecord<byte[], byte[]> record(Topic topic, byte[] key, SpecificRecord value) {
    return new ProducerRecord<>(topic.name(), key, serializer.serialize(topic.name(), value));
  }

  private static ByteBuffer wrapped(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  @Override
  public void close() {
    serializer.close();
  }
}
