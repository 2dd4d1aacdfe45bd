package io.scarlet.trainer;

import io.scarlet.events.FinalistChosen;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import io.scarlet.schemas.kafka.WireFormat;
import io.scarlet.store.ArtifactStores;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes finalists in the order of the log and trains one after the other. Like a request, a
 * finalist is acknowledged when its training has ended, so that a crash brings it back.
 */
@ApplicationScoped
class FinalistTrainer {

  private static final Logger LOG = Logger.getLogger(FinalistTrainer.class);

  /** Whoever waits for the models of a search waits for a word on each, on this one too. */
  private static final String LEFT = "its search was stopped or deleted, so was its training";

  private final TrainerSettings settings;
  private final TrainingLog log;
  private final PublishedModels published;
  private final TrainerTelemetry telemetry;
  private final Deserializer<SpecificRecord> deserializer;
  private final EventReader events;
  private final TrainingBackend backend;
  private final StoppedSearches stopped;

  FinalistTrainer(
      TrainerSettings settings,
      TrainingLog log,
      PublishedModels published,
      TrainerTelemetry telemetry,
      TrainingBackend backend,
      StoppedSearches stopped,
      WireFormat format) {
    this.settings = settings;
    this.log = log;
    this.published = published;
    this.telemetry = telemetry;
    deserializer = format.deserializer();
    events = new EventReader(deserializer);
    this.backend = backend;
    this.stopped = stopped;
  }

  @Incoming("finalists")
  @Blocking
  @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
  void take(byte[] value) {
    read(value).ifPresent(this::train);
  }

  private Optional<FinalistChosen> read(byte[] value) {
    return switch (RegistryOutage.waitOut(
        () -> events.read(TopicCatalogue.FINALISTS.name(), value))) {
      case ReadEvent.Event(FinalistChosen chosen) -> Optional.of(chosen);
      case ReadEvent.Event(SpecificRecord other) -> {
        LOG.warnf("passed over a %s: it is no finalist", other.getSchema().getName());
        yield Optional.empty();
      }
      case ReadEvent.Unreadable(String reason) -> {
        LOG.warnf("passed over a record that is no finalist: %s", reason);
        yield Optional.empty();
      }
    };
  }

  private void train(FinalistChosen finalist) {
    PublishedModels.Known known = published.of(finalist);
    if (known.complete()) {
      LOG.infof("finalist %s is trained already", finalist.getCandidateId());
      return;
    }
    String name = "finalist " + finalist.getCandidateId() + " (" + finalist.getCode() + ")";
    LOG.infof("%s: training %s", name, known.newest().isPresent() ? "goes on" : "starts");
    TrainingOutcome outcome =
        TrainingOutcome.of(
            backend,
            telemetry,
            Training.FINALIST,
            computing ->
                new FinalistTraining(
                        finalist,
                        new ArtifactFile(
                            telemetry.metered(ArtifactStores.at(settings.store().url()))),
                        log,
                        telemetry,
                        known.newest())
                    .run(computing, () -> stopped.contains(finalist.getSearchId())));
    telemetry.ended(Training.FINALIST, outcome);
    switch (outcome) {
      case TrainingOutcome.Complete() -> LOG.infof("%s: training is complete", name);
      case TrainingOutcome.Stopped() -> {
        LOG.infof("%s: %s", name, LEFT);
        log.publish(FinalistTraining.failed(finalist, LEFT));
      }
      case TrainingOutcome.Failed(String reason) -> {
        LOG.errorf("%s: %s", name, reason);
        log.publish(FinalistTraining.failed(finalist, reason));
      }
    }
  }

  @PreDestroy
  void close() {
    deserializer.close();
  }
}
