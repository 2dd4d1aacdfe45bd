package io.scarlet.schemas;

import java.util.List;
import org.apache.avro.Schema;

/**
 * One topic of the catalogue.
 *
 * @param name lower case with hyphens
 * @param key what a record's key is
 * @param partitions how many partitions a new topic gets
 * @param values the records that may lie on it
 */
public record Topic(String name, Key key, int partitions, List<Schema> values) {

  /** What a record's key is, and so what is totally ordered. */
  public enum Key {
    /** All records of a search in one order. */
    SEARCH_ID,
    /** Spread over all partitions, so that many evaluators share the work. */
    CANDIDATE_ID
  }

  public Topic {
    if (!name.matches("[a-z][a-z0-9-]{0,61}")) {
      throw new IllegalArgumentException("not a topic name: " + name);
    }
    if (partitions < 1) {
      throw new IllegalArgumentException("a topic has at least 1 partition: " + name);
    }
    values = List.copyOf(values);
  }
}
