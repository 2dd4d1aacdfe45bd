package io.scarlet.evolver;

import io.scarlet.events.DeadLetter;
import io.scarlet.events.SearchDeleted;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.Rejection;
import io.scarlet.evolution.Step;
import io.scarlet.log.DecisionWriter;
import io.scarlet.log.FactReader;
import io.scarlet.log.Search;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Folds each record of a search into its state and forwards what follows: all in one transaction,
 * so a score and the candidates that it led to are visible together or not at all.
 *
 * <p>A record that cannot be used goes to the dead letters with its reason. A failure of the code
 * is thrown: skipping a score would corrupt the search.
 */
final class Evolver implements Processor<byte[], byte[], String, SpecificRecord> {

  private final EventReader reader;
  private final SearchBoard board;
  private final Tally tally;
  private final Map<String, TimedSearch> searches = new HashMap<>();
  private ProcessorContext<String, SpecificRecord> context;
  private Journal journal;
  private Deletions deletions;

  Evolver(EventReader reader, SearchBoard board, Tally tally) {
    this.reader = reader;
    this.board = board;
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> started) {
    context = started;
    journal = new Journal(started.getStateStore(Journal.NAME));
    deletions = new Deletions(started.getStateStore(Deletions.NAME));
    searches.clear();
    journal.replay(this::restore);
    searches.forEach(board::show);
  }

  @Override
  public void close() {
    board.remove(searches.keySet());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    switch (reader.read(origin.topic(), record.value())) {
      case ReadEvent.Unreadable(String reason) -> bury(record, origin, "unreadable", reason);
      case ReadEvent.Event(SpecificRecord event) -> take(record, origin, event);
    }
  }

  private void take(Record<byte[], byte[]> record, RecordMetadata origin, SpecificRecord event) {
    if (!EvolverTopology.mayLieOn(origin.topic(), event)) {
      String reason = event.getSchema().getName() + " is no event of topic " + origin.topic();
      bury(record, origin, "stray", reason);
      return;
    }
    if (event instanceof SearchDeleted deletion) {
      delete(record, origin, deletion.getSearchId());
      return;
    }
    String searchId = FactReader.searchId(event);
    if (searchId.isEmpty()) {
      bury(record, origin, "stray", event.getSchema().getName() + " is of no search");
      return;
    }
    if (deletions.contains(searchId)) {
      bury(record, origin, "deleted", "the search was deleted");
      return;
    }
    Fact fact;
    try {
      fact = FactReader.fact(event);
    } catch (IllegalArgumentException e) {
      tally.refused();
      forward(
          record,
          EvolverTopology.FAILURES,
          searchId,
          new SearchFailed(searchId, "evolver", e.getMessage()));
      return;
    }
    TimedSearch before = searches.getOrDefault(searchId, TimedSearch.unknown());
    Step step = Step.fold(before.search().state(), fact);
    if (step.rejection().isPresent()) {
      Rejection rejection = step.rejection().get();
      String kind = rejection.reason().name().toLowerCase(Locale.ROOT);
      bury(record, origin, kind, rejection.detail());
      return;
    }
    journal.append(searchId, before.search().facts(), record.value(), record.timestamp());
    TimedSearch after = before.after(event, step, record.timestamp());
    step.decisions().forEach(decision -> announce(record, after.search(), decision));
    searches.put(searchId, after);
    board.show(searchId, after);
    tally.folded(event.getSchema().getName());
  }

  /** A search that runs is ended first, so that nobody works for what nobody sees. */
  private void delete(Record<byte[], byte[]> record, RecordMetadata origin, String searchId) {
    TimedSearch known = searches.getOrDefault(searchId, TimedSearch.unknown());
    if (known.search().state().end().isEmpty()) {
      bury(record, origin, "not_deletable", "there is no search to delete that has ended");
      return;
    }
    deletions.add(searchId, record.value());
    searches.remove(searchId);
    board.delete(searchId);
    tally.deleted();
  }

  private void restore(String searchId, byte[] fact, long time) {
    if (deletions.contains(searchId)) {
      board.delete(searchId);
      return;
    }
    ReadEvent read = reader.read(Journal.NAME, fact);
    if (!(read instanceof ReadEvent.Event(SpecificRecord event))) {
      throw new IllegalStateException("the journal of " + searchId + " holds " + read);
    }
    TimedSearch before = searches.getOrDefault(searchId, TimedSearch.unknown());
    Step step = Step.fold(before.search().state(), FactReader.fact(event));
    if (step.rejection().isPresent()) {
      throw new IllegalStateException(
          "the journal of %s no longer folds: %s"
              .formatted(searchId, step.rejection().get().detail()));
    }
    searches.put(searchId, before.after(event, step, time));
  }

  private void announce(Record<byte[], byte[]> cause, Search search, Decision decision) {
    SearchRequested request = search.request().orElseThrow();
    switch (decision) {
      case Decision.Propose(var candidate) -> {
        tally.proposed();
        forward(
            cause,
            EvolverTopology.CANDIDATES,
            candidate.id().toString(),
            DecisionWriter.candidate(request, candidate));
      }
      case Decision.CompleteGeneration completed -> {
        tally.completed();
        forward(
            cause,
            EvolverTopology.GENERATIONS,
            request.getSearchId(),
            DecisionWriter.generation(request, completed));
      }
      case Decision.ChooseFinalist finalist ->
          forward(
              cause,
              EvolverTopology.FINALISTS,
              request.getSearchId(),
              DecisionWriter.finalist(request, finalist));
    }
  }

  private void bury(
      Record<byte[], byte[]> record, RecordMetadata origin, String kind, String reason) {
    tally.dead(kind);
    String key =
        Optional.ofNullable(record.key())
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    forward(
        record,
        EvolverTopology.DEAD_LETTERS,
        key,
        DeadLetter.newBuilder()
            .setTopic(origin.topic())
            .setPartition(origin.partition())
            .setOffset(origin.offset())
            .setReason(reason)
            .setKey(wrapped(record.key()))
            .setValue(wrapped(record.value()))
            .build());
  }

  /** As the schema has it, null for what is not there. */
  private static ByteBuffer wrapped(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private void forward(
      Record<byte[], byte[]> cause, String sink, String key, SpecificRecord value) {
    context.forward(new Record<>(key, value, cause.timestamp()), sink);
  }
}
