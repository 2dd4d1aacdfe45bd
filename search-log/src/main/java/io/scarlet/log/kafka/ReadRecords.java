package io.scarlet.log.kafka;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.DeadLetter;
import io.scarlet.log.FactReader;
import io.scarlet.log.FoldingOrder;
import io.scarlet.log.JournalKey;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.schemas.kafka.EventReader;
import io.scarlet.schemas.kafka.ReadEvent;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records of one search as they were read, each partition in its order, put together to a log:
 * a fact that the journal holds gets its number there. The journal has the bytes of the facts, by
 * which they are found.
 */
final class ReadRecords {

  private final String searchId;
  private final EventReader reader;
  private final Map<Integer, ByteBuffer> journal = new TreeMap<>();
  private final List<Read> records = new ArrayList<>();

  private record Read(LoggedEvent logged, ByteBuffer value) {}

  /**
   * None yet.
   *
   * @param searchId records of other searches are passed over
   * @param reader stays the caller's
   */
  ReadRecords(String searchId, EventReader reader) {
    this.searchId = searchId;
    this.reader = reader;
  }

  /** Takes a record in; what is of another search, or cannot be read, is passed over. */
  void take(ConsumerRecord<String, byte[]> record) {
    String key = Optional.ofNullable(record.key()).orElse("");
    if (record.topic().equals(JournalKey.TOPIC)) {
      JournalKey.parse(key)
          .filter(entry -> entry.searchId().equals(searchId))
          .ifPresent(entry -> journal.put(entry.number(), ByteBuffer.wrap(record.value())));
    } else if (isOfSearch(key)
        && reader.read(record.topic(), record.value())
            instanceof ReadEvent.Event(SpecificRecord event)
        && isOfSearch(key, event)) {
      records.add(
          new Read(
              new LoggedEvent(
                  record.topic(),
                  record.partition(),
                  record.offset(),
                  record.timestamp(),
                  key,
                  OptionalInt.empty(),
                  event),
              ByteBuffer.wrap(record.value())));
    }
  }

  /** What was taken in, in the order of its folding. */
  RecordedLog log() {
    Map<ByteBuffer, Deque<Integer>> numbers = new HashMap<>();
    journal.forEach(
        (number, fact) -> numbers.computeIfAbsent(fact, _ -> new ArrayDeque<>()).add(number));
    List<LoggedEvent> events = records.stream().map(read -> counted(read, numbers)).toList();
    return new RecordedLog(searchId, FoldingOrder.of(events));
  }

  private static LoggedEvent counted(Read read, Map<ByteBuffer, Deque<Integer>> numbers) {
    Deque<Integer> left = numbers.getOrDefault(read.value(), new ArrayDeque<>());
    return left.isEmpty() || FactReader.searchId(read.logged().event()).isEmpty()
        ? read.logged()
        : read.logged().counted(left.removeFirst());
  }

  /** Most records of a long log are of others, and need not be decoded. */
  private boolean isOfSearch(String key) {
    return key.equals(searchId) || key.startsWith(searchId + "-g");
  }

  private boolean isOfSearch(String key, SpecificRecord event) {
    return switch (event) {
      case CandidateProposed candidate -> candidate.getSearchId().equals(searchId);
      case DeadLetter _ -> true;
      default -> key.equals(searchId);
    };
  }
}
