package io.scarlet.schemas.kafka;

import org.apache.avro.specific.SpecificRecord;

/** What a record's value turned out to be. */
public sealed interface ReadEvent {

  /** An event of Scarlet; which one, the reader matches by type. */
  record Event(SpecificRecord value) implements ReadEvent {}

  /**
   * Nothing that can be used.
   *
   * @param reason one line
   */
  record Unreadable(String reason) implements ReadEvent {}
}
