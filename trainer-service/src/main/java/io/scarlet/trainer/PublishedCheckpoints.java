package io.scarlet.trainer;

import io.scarlet.events.CheckpointPublished;
import io.scarlet.schemas.TopicCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;

/** Where the training of a supernet goes on after a crash. */
@ApplicationScoped
class PublishedCheckpoints {

  private final SearchRecords records;

  PublishedCheckpoints(SearchRecords records) {
    this.records = records;
  }

  /** The newest checkpoint of a search; empty before the first. */
  Optional<CheckpointPublished> newest(String searchId) {
    return records.of(searchId, TopicCatalogue.CHECKPOINTS).stream()
        .filter(CheckpointPublished.class::isInstance)
        .map(CheckpointPublished.class::cast)
        .max(Comparator.comparingLong(CheckpointPublished::getStep));
  }
}
