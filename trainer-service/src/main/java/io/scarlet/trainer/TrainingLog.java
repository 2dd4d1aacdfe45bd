package io.scarlet.trainer;

import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.WireFormat;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** What a training tells the others. Each method returns when the broker has the record. */
@ApplicationScoped
class TrainingLog {

  private static final String SERVICE = "trainer";

  private final MutinyEmitter<Record<String, byte[]>> checkpoints;
  private final MutinyEmitter<Record<String, byte[]>> progress;
  private final MutinyEmitter<Record<String, byte[]>> models;
  private final Serializer<SpecificRecord> serializer;

  TrainingLog(
      @Channel("checkpoints") MutinyEmitter<Record<String, byte[]>> checkpoints,
      @Channel("progress") MutinyEmitter<Record<String, byte[]>> progress,
      @Channel("models") MutinyEmitter<Record<String, byte[]>> models,
      WireFormat format) {
    this.checkpoints = checkpoints;
    this.progress = progress;
    this.models = models;
    serializer = format.serializer();
  }

  void publish(CheckpointPublished checkpoint) {
    send(checkpoints, TopicCatalogue.CHECKPOINTS, checkpoint.getSearchId(), checkpoint);
  }

  void publish(TrainingProgressed event) {
    send(progress, TopicCatalogue.PROGRESS, event.getSearchId(), event);
  }

  void publish(ModelProgressed event) {
    send(models, TopicCatalogue.MODELS, event.getSearchId(), event);
  }

  void publish(ModelTrained event) {
    send(models, TopicCatalogue.MODELS, event.getSearchId(), event);
  }

  /** The training cannot go on: a person must act. */
  void fail(String searchId, String reason) {
    send(progress, TopicCatalogue.PROGRESS, searchId, new SearchFailed(searchId, SERVICE, reason));
  }

  private void send(
      MutinyEmitter<Record<String, byte[]>> emitter,
      Topic topic,
      String searchId,
      SpecificRecord event) {
    byte[] value = RegistryOutage.waitOut(() -> serializer.serialize(topic.name(), event));
    emitter.send(Record.of(searchId, value)).await().indefinitely();
  }

  @PreDestroy
  void close() {
    serializer.close();
  }
}
