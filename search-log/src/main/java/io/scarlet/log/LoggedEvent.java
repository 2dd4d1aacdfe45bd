package io.scarlet.log;

import java.util.OptionalInt;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event of a search with where it lay on the log.
 *
 * @param topic that it lay on
 * @param partition of the topic
 * @param offset within the partition
 * @param timestamp milliseconds since 1970; decides nothing
 * @param key of the record; empty text where it had none
 * @param fact its number among the facts that counted, from 0; empty for a fact that did not count
 *     and for all that is no fact
 * @param event the value
 */
public record LoggedEvent(
    String topic,
    int partition,
    long offset,
    long timestamp,
    String key,
    OptionalInt fact,
    SpecificRecord event) {

  /** The same event as the fact of this number. */
  public LoggedEvent counted(int number) {
    return new LoggedEvent(topic, partition, offset, timestamp, key, OptionalInt.of(number), event);
  }
}
