package io.scarlet.trainer;

import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchRequested;
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
 * Takes requests in the order of the log and trains one supernet after the other. A request is
 * acknowledged when its training has ended, so that a crash brings it back, and then the training
 * goes on from its newest checkpoint.
 */
@ApplicationScoped
class Trainer {

  private static final Logger LOG = Logger.getLogger(Trainer.class);

  private final TrainerSettings settings;
  private final TrainingLog log;
  private final PublishedCheckpoints published;
  private final TrainerTelemetry telemetry;
  private final Deserializer<SpecificRecord> deserializer;
  private final EventReader events;
  private final TrainingBackend backend;
  private final StoppedSearches stopped;

  Trainer(
      TrainerSettings settings,
      TrainingLog log,
      PublishedCheckpoints published,
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

  @Incoming("searches")
  @Blocking
  @Acknowledgment(Acknowledgment.Strategy.POST_PROCESSING)
  void take(byte[] value) {
    read(value)
        .filter(request -> request.getEvaluation().getSource() == ScoreSource.SUPERNET)
        .filter(request -> request.getPast() == null) // a fork has its parent's weights
        .ifPresent(this::train);
  }

  /** The evolver dead-letters what it cannot read of this topic; here it is passed over. */
  private Optional<SearchRequested> read(byte[] value) {
    return switch (RegistryOutage.waitOut(
        () -> events.read(TopicCatalogue.SEARCHES.name(), value))) {
      case ReadEvent.Event(SearchRequested request) -> Optional.of(request);
      case ReadEvent.Event(SpecificRecord _) -> Optional.empty();
      case ReadEvent.Unreadable(String reason) -> {
        LOG.warnf("passed over a record that is no search request: %s", reason);
        yield Optional.empty();
      }
    };
  }

  private void train(SearchRequested event) {
    Optional<CheckpointPublished> newest = published.newest(event.getSearchId());
    if (newest.map(CheckpointPublished::getLast).orElse(false)) {
      LOG.infof("%s is trained already", event.getSearchId());
      return;
    }
    if (stopped.contains(event.getSearchId())) {
      telemetry.ended(Training.SUPERNET, new TrainingOutcome.Stopped());
      leave(event);
      return;
    }
    LOG.infof(
        "%s: training %s",
        event.getSearchId(), newest.map(n -> "goes on after step " + n.getStep()).orElse("starts"));
    PictureWait pictures = telemetry.pictureWait();
    TrainingOutcome outcome =
        TrainingOutcome.of(
            backend,
            telemetry,
            Training.SUPERNET,
            computing ->
                new SearchTraining(
                        TrainingRequest.of(event),
                        new ArtifactFile(
                            telemetry.metered(ArtifactStores.at(settings.store().url()))),
                        log,
                        pictures,
                        telemetry,
                        computing)
                    .run(newest, () -> stopped.contains(event.getSearchId())));
    telemetry.ended(Training.SUPERNET, outcome);
    switch (outcome) {
      case TrainingOutcome.Complete() ->
          LOG.infof(
              "%s: training is complete; it waited for pictures %.2f %% of its time",
              event.getSearchId(), 100 * pictures.share());
      case TrainingOutcome.Stopped() -> leave(event);
      case TrainingOutcome.Failed(String reason) -> {
        LOG.errorf("%s: %s", event.getSearchId(), reason);
        log.fail(event.getSearchId(), reason);
      }
    }
  }

  private static void leave(SearchRequested event) {
    LOG.infof("%s: its search was stopped, so is its training", event.getSearchId());
  }

  @PreDestroy
  void close() {
    deserializer.close();
  }
}
