package io.scarlet.evolver;

import io.scarlet.events.CandidateProposed;
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
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Folds each record of a search into its state and forwards what follows: all in one transaction,
 * so a score and the candidates that it led to are visible together or not at all. Candidates that
 * nobody can work without are committed at once, all else with what comes in the next moments.
 *
 * <p>A record that cannot be used goes to the dead letters with its reason. A failure of the code
 * is thrown: skipping a score would corrupt the search.
 */
final class Evolver implements Processor<byte[], byte[], String, SpecificRecord> {

  private final EventReader reader;
  private final Serializer<SpecificRecord> writer;
  private final SearchBoard board;
  private final Tally tally;
  private final EvolverTraces traces;
  private final Map<String, TimedSearch> searches = new HashMap<>();
  private ProcessorContext<String, SpecificRecord> context;
  private Journal journal;
  private Deletions deletions;

  Evolver(
      EventReader reader,
      Serializer<SpecificRecord> writer,
      SearchBoard board,
      Tally tally,
      EvolverTraces traces) {
    this.reader = reader;
    this.writer = writer;
    this.board = board;
    this.tally = tally;
    this.traces = traces;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> started) {
    context = started;
    journal = new Journal(started.getStateStore(Journal.NAME));
    deletions = new Deletions(started.getStateStore(Deletions.NAME));
    searches.clear();
    Set<String> deleted = deletions.ids();
    deleted.forEach(board::delete);
    searches.putAll(new Restoration(reader, deleted).of(journal));
    searches.forEach(board::show);
    tally.changed();
  }

  @Override
  public void close() {
    board.remove(searches.keySet());
    tally.changed();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    traces.fold(record.headers(), origin, () -> tally.timed(() -> fold(record, origin)));
  }

  private void fold(Record<byte[], byte[]> record, RecordMetadata origin) {
    switch (reader.read(origin.topic(), record.value())) {
      case ReadEvent.Unreadable(String reason) -> bury(record, origin, Tally.UNREADABLE, reason);
      case ReadEvent.Event(SpecificRecord event) -> take(record, origin, event);
    }
  }

  private void take(Record<byte[], byte[]> record, RecordMetadata origin, SpecificRecord event) {
    if (!EvolverTopology.mayLieOn(origin.topic(), event)) {
      String reason = event.getSchema().getName() + " is no event of topic " + origin.topic();
      bury(record, origin, Tally.STRAY, reason);
      return;
    }
    if (event instanceof SearchDeleted deletion) {
      delete(record, origin, deletion.getSearchId());
      return;
    }
    String searchId = FactReader.searchId(event);
    if (searchId.isEmpty()) {
      bury(record, origin, Tally.STRAY, event.getSchema().getName() + " is of no search");
      return;
    }
    traces.read(event.getSchema().getName(), searchId);
    if (deletions.contains(searchId)) {
      bury(record, origin, Tally.DELETED, "the search was deleted");
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
      bury(record, origin, Tally.kind(rejection.reason()), rejection.detail());
      return;
    }
    journal.append(searchId, before.search().facts(), record.value(), record.timestamp());
    TimedSearch after = before.after(event, step, record.timestamp());
    for (int place = 0; place < step.decisions().size(); place++) {
      announce(record, after.search(), place, step.decisions().get(place));
    }
    if (step.isAwaited()) {
      context.commit();
    }
    searches.put(searchId, after);
    board.show(searchId, after);
    tally.folded(event);
    if (running(before) != running(after)) {
      tally.changed();
    }
  }

  private static boolean running(TimedSearch shown) {
    return shown.search().state().running();
  }

  /** A search that runs is ended first, so that nobody works for what nobody sees. */
  private void delete(Record<byte[], byte[]> record, RecordMetadata origin, String searchId) {
    TimedSearch known = searches.getOrDefault(searchId, TimedSearch.unknown());
    if (known.search().state().end().isEmpty()) {
      bury(record, origin, Tally.NOT_DELETABLE, "there is no search to delete that has ended");
      return;
    }
    deletions.add(searchId, record.value());
    searches.remove(searchId);
    board.delete(searchId);
    tally.deleted();
    tally.changed();
  }

  /**
   * Publishes a decision.
   *
   * @param search after the fact that it follows from
   * @param place among the decisions that do
   */
  private void announce(Record<byte[], byte[]> cause, Search search, int place, Decision decision) {
    SearchRequested request = search.request().orElseThrow();
    switch (decision) {
      case Decision.Propose(var candidate) -> {
        tally.proposed();
        String id = candidate.id().toString();
        CandidateProposed proposed = DecisionWriter.candidate(request, candidate);
        journal.append(
            request.getSearchId(),
            search.facts() - 1,
            place,
            writer.serialize(TopicCatalogue.CANDIDATES.name(), proposed),
            cause.timestamp());
        forward(
            cause,
            EvolverTopology.CANDIDATES,
            id,
            proposed,
            traces.proposed(request.getSearchId(), id));
      }
      case Decision.CompleteGeneration completed -> {
        tally.completed();
        forward(
            cause,
            EvolverTopology.GENERATIONS,
            request.getSearchId(),
            DecisionWriter.generation(request, completed));
      }
      case Decision.ChooseFinalist finalist -> {
        tally.chosen();
        forward(
            cause,
            EvolverTopology.FINALISTS,
            request.getSearchId(),
            DecisionWriter.finalist(request, finalist));
      }
    }
  }

  private void bury(
      Record<byte[], byte[]> record, RecordMetadata origin, String kind, String reason) {
    tally.dead(kind);
    traces.buried(kind);
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
    forward(cause, sink, key, value, traces.following());
  }

  private void forward(
      Record<byte[], byte[]> cause,
      String sink,
      String key,
      SpecificRecord value,
      Headers headers) {
    context.forward(new Record<>(key, value, cause.timestamp(), headers), sink);
  }
}
