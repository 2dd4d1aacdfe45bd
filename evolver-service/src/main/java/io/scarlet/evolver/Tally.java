package io.scarlet.evolver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the evolver counts; {@code docs/metrics.md} has it all. Tags are few: no candidate is one, a
 * search only {@linkplain SearchGauges while it runs}. Every other series is there from the start,
 * so that the first dead letter is seen as one more.
 */
final class Tally {

  static final String UNREADABLE = "unreadable";
  static final String STRAY = "stray";
  static final String DELETED = "deleted";
  static final String NOT_DELETABLE = "not_deletable";

  private static final List<Schema> FACTS =
      List.of(
          SearchRequested.getClassSchema(),
          SearchControlled.getClassSchema(),
          CheckpointPublished.getClassSchema(),
          CandidateScored.getClassSchema());

  private final MeterRegistry registry;
  private final SearchGauges gauges;
  private final Timer folding;
  private final Counter proposed;
  private final Counter completed;
  private final Counter finalists;
  private final Counter deleted;
  private final Counter refused;

  Tally(MeterRegistry registry, SearchBoard board) {
    this.registry = registry;
    gauges = new SearchGauges(registry, board);
    Gauge.builder("scarlet.evolver.searches.running", () -> running(board))
        .description("Searches that run, paused ones included")
        .register(registry);
    Gauge.builder("scarlet.evolver.candidates.outstanding", () -> outstanding(board))
        .description("Candidates that wait for their score, of all searches")
        .register(registry);
    folding =
        Timer.builder("scarlet.evolver.folding")
            .description("Time that the folding of a record took, breeding included")
            .register(registry);
    FACTS.forEach(fact -> facts(fact.getName()));
    Arrays.stream(ScoreStatus.values()).forEach(this::scores);
    Stream.concat(
            Stream.of(UNREADABLE, STRAY, DELETED, NOT_DELETABLE),
            Arrays.stream(Rejection.Reason.values()).map(Tally::kind))
        .forEach(this::deadLetters);
    proposed = counter("candidates.proposed", "Candidates proposed");
    completed = counter("generations.completed", "Generations completed");
    finalists = counter("finalists.chosen", "Finalists chosen");
    deleted = counter("searches.deleted", "Searches deleted");
    refused = counter("requests.refused", "Requests that cannot be searched");
  }

  /** Other searches than before may run. */
  void changed() {
    gauges.refresh();
  }

  /** Measures the folding of a record. */
  void timed(Runnable work) {
    folding.record(work);
  }

  void folded(SpecificRecord event) {
    facts(event.getSchema().getName()).increment();
    if (event instanceof CandidateScored score) {
      scores(score.getStatus()).increment();
    }
  }

  void proposed() {
    proposed.increment();
  }

  void completed() {
    completed.increment();
  }

  void chosen() {
    finalists.increment();
  }

  void deleted() {
    deleted.increment();
  }

  void refused() {
    refused.increment();
  }

  /** A record is of no use, for a reason that {@link #kind} names or one of those above. */
  void dead(String reason) {
    deadLetters(reason).increment();
  }

  /** A reason as a tag. */
  static String kind(Rejection.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private Counter facts(String event) {
    return Counter.builder("scarlet.evolver.facts")
        .description("Facts folded")
        .tag("event", event)
        .register(registry);
  }

  private Counter scores(ScoreStatus status) {
    return Counter.builder("scarlet.evolver.scores")
        .description("Scores folded")
        .tag("outcome", status.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private Counter deadLetters(String reason) {
    return Counter.builder("scarlet.evolver.dead.letters")
        .description("Records that are of no use")
        .tag("reason", reason)
        .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder("scarlet.evolver." + name).description(description).register(registry);
  }

  private static long running(SearchBoard board) {
    return board.all().values().stream().filter(each -> each.search().state().running()).count();
  }

  private static int outstanding(SearchBoard board) {
    return board.all().values().stream()
        .mapToInt(each -> each.search().state().outstanding())
        .sum();
  }
}
