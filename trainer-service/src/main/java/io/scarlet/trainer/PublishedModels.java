package io.scarlet.trainer;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.schemas.TopicCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** How far the training of a finalist came before a crash. */
@ApplicationScoped
class PublishedModels {

  private final SearchRecords records;

  PublishedModels(SearchRecords records) {
    this.records = records;
  }

  /**
   * What the log knows of a model.
   *
   * @param complete whether its training has ended
   * @param newest where it goes on; empty where it begins
   */
  record Known(boolean complete, Optional<ArtifactReference> newest) {}

  /** What the log knows of the model of a finalist. */
  Known of(FinalistChosen finalist) {
    var events =
        records.of(finalist.getSearchId(), TopicCatalogue.MODELS).stream()
            .filter(event -> candidate(event).equals(finalist.getCandidateId()))
            .toList();
    return new Known(
        events.stream().anyMatch(ModelTrained.class::isInstance),
        events.stream()
            .filter(ModelProgressed.class::isInstance)
            .map(ModelProgressed.class::cast)
            .filter(progress -> progress.getCheckpoint() != null)
            .max(Comparator.comparingLong(ModelProgressed::getStep))
            .map(ModelProgressed::getCheckpoint));
  }

  private static String candidate(SpecificRecord event) {
    return switch (event) {
      case ModelProgressed progress -> progress.getCandidateId();
      case ModelTrained trained -> trained.getCandidateId();
      default -> "";
    };
  }
}
