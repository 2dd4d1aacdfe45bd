package io.scarlet.evolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.Costs;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.evolver.TimedSearch;
import io.scarlet.evolver.Workforce;
import io.scarlet.log.Search;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Those who look on are told whatever is said of a search. */
class SearchViewsTest {

  private static final TimedSearch SEARCH =
      new TimedSearch(
          Search.unknown(), Instant.EPOCH, Instant.EPOCH, new Workforce(Map.of()), List.of());

  @Test
  void its_revision_changes_with_every_report_of_a_service_those_of_finalists_too() {
    SearchProgress training = SearchProgress.NONE.with(training());
    SearchProgress failed = training.with(new SearchFailed("s1", "trainer", "no pictures"));
    SearchProgress finalist = failed.with(epoch(1));
    SearchProgress further = finalist.with(epoch(2));
    SearchProgress trained = further.with(trained());

    assertThat(
            Stream.of(SearchProgress.NONE, training, failed, finalist, further, trained)
                .map(progress -> new SearchViews(SEARCH, progress).revision()))
        .doesNotHaveDuplicates();
  }

  private static TrainingProgressed training() {
    return new TrainingProgressed("s1", 10L, 100L, 1, 1, 1.0, 0.5, 0.1, 100.0);
  }

  private static ModelProgressed epoch(int epoch) {
    return ModelProgressed.newBuilder()
        .setSearchId("s1")
        .setCandidateId("s1-g000-s00")
        .setCode("00")
        .setStep(10L * epoch)
        .setEpoch(epoch)
        .setEpochs(2)
        .setLoss(1)
        .setAccuracy(0.5)
        .build();
  }

  private static ModelTrained trained() {
    return ModelTrained.newBuilder()
        .setSearchId("s1")
        .setCandidateId("s1-g000-s00")
        .setCode("00")
        .setCosts(new Costs(1L, 1L, 1))
        .setTestAccuracy(0.5)
        .build();
  }
}
