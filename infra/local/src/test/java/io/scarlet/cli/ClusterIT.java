package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.cli.follow.SearchLog;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Cluster;
import io.scarlet.local.Cluster.Copies;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.kafka.WholeLog;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import io.scarlet.schemas.kafka.WireFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search on three brokers, of which two are left before it ends. */
@Timeout(240)
class ClusterIT {

  private static final int EVALUATIONS = 200;
  private static final int DIE = 70;
  private static final String TRANSACTIONS = "__transaction_state";
  private static final Duration POLL = Duration.ofMillis(200);

  @TempDir private Path folder;

  @Test
  void a_broker_that_dies_for_good_takes_nothing_with_it() throws Exception {
    SearchRequested request = Searches.ofTheTable(EVALUATIONS);
    Path alone = Searches.run(request, folder.resolve("alone"), Disturbance.NONE);

    Path replicated = folder.resolve("replicated");
    RecordedLog log;
    try (Cluster cluster = Cluster.start(Searches.BUILT, folder.resolve("cluster"))) {
      int readBefore = searchWhileABrokerDies(request, cluster);
      assertThat(readBefore).isBetween(DIE, EVALUATIONS - 1);
      assertThat(cluster.ended()).isEmpty();
      assertThatTwoOfThreeCopiesAreLeftOfEverything(cluster.copies());
      log =
          WholeLog.read(
              cluster.broker(), new WireFormat(cluster.registry()), request.getSearchId());
    }
    write(log, replicated);

    assertThat(SameResults.difference(alone, replicated)).isEmpty();
    assertThat(log.events())
        .extracting(LoggedEvent::event)
        .filteredOn(CandidateScored.class::isInstance)
        .extracting(event -> ((CandidateScored) event).getCandidateId())
        .hasSize(EVALUATIONS)
        .doesNotHaveDuplicates();
    ReplayReport replay = Replay.of(log);
    assertThat(replay.difference()).isEmpty();
    assertThat(replay.complete()).isTrue();
    assertThat(replay.candidates()).isEqualTo(EVALUATIONS);
  }

  /**
   * Kills the broker that leads the transactions, which everybody who writes needs.
   *
   * @return how many events of the search had been read then
   */
  private static int searchWhileABrokerDies(SearchRequested request, Cluster cluster)
      throws Exception {
    int events = 0;
    int before = 0;
    boolean ended = false;
    try (SearchLog log = SearchLog.open(cluster.broker(), new WireFormat(cluster.registry()))) {
      log.publish(request);
      while (!ended) {
        if (before == 0 && events >= DIE) {
          cluster.kill(cluster.leader(TRANSACTIONS));
          before = events;
        }
        List<SpecificRecord> read = log.next(request.getSearchId(), POLL);
        events += read.size();
        ended = read.stream().anyMatch(ClusterIT::isTheLast);
      }
    }
    return before;
  }

  private static boolean isTheLast(SpecificRecord event) {
    return event instanceof GenerationCompleted generation && generation.getLast();
  }

  private static void assertThatTwoOfThreeCopiesAreLeftOfEverything(
      Map<String, Set<Copies>> copies) {
    assertThat(copies)
        .containsKeys("nas-candidates", "nas-scores", "__consumer_offsets", TRANSACTIONS)
        .allSatisfy((topic, each) -> assertThat(each).containsOnly(new Copies(3, 2, 2)));
    assertThat(copies.keySet()).anyMatch(topic -> topic.startsWith("scarlet-evolver-"));
  }

  private static void write(RecordedLog log, Path folder) throws IOException {
    ResultFolder results = ResultFolder.named(folder);
    SearchHistory history = SearchHistory.of(log);
    results.open(history.request());
    results.write(history);
    results.write(log);
  }
}
