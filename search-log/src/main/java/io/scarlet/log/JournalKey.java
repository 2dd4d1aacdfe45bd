package io.scarlet.log;

import io.scarlet.schemas.AccessCatalogue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key of a fact in the evolver's journal, which numbers the facts of a search as they are folded.
 * Facts come from three topics, so no topic alone tells their order; the journal does. It is a
 * store of Kafka Streams, and its changelog a topic that others can read.
 *
 * @param searchId of the search
 * @param number of the fact, from 0
 */
public record JournalKey(String searchId, int number) {

  /** Name of the store. */
  public static final String STORE = "search-journal";

  /**
   * The changelog: its values are the facts as the bytes that they arrived in, and the candidates
   * that they led to as those that they went out in.
   */
  public static final String TOPIC =
      AccessCatalogue.EVOLVER_APPLICATION + "-" + STORE + "-changelog";

  private static final char CANDIDATE = '+';

  private static final Pattern KEY = Pattern.compile("(.+)/(\\d{10})");

  public JournalKey {
    if (number < 0) {
      throw new IllegalArgumentException("facts are numbered from 0, got " + number);
    }
  }

  /** As text, which sorts as the facts do. */
  public String text() {
    return "%s/%010d".formatted(searchId, number);
  }

  /**
   * The entry of a candidate that this fact led to, which sorts behind it and before the next.
   *
   * @param place among the decisions that followed from the fact, from 0
   */
  public String candidate(int place) {
    return "%s%c%06d".formatted(text(), CANDIDATE, place);
  }

  /**
   * The fact behind which the key of a candidate lies.
   *
   * @throws IllegalArgumentException where the text is no such key
   */
  public static JournalKey behind(String candidate) {
    return parse(candidate.substring(0, Math.max(0, candidate.lastIndexOf(CANDIDATE))))
        .orElseThrow(() -> new IllegalArgumentException("no key of a journal: " + candidate));
  }

  /** The place in the key of a candidate. */
  public static int place(String candidate) {
    return Integer.parseInt(candidate.substring(candidate.lastIndexOf(CANDIDATE) + 1));
  }

  /** The key in this text; empty where there is none, as in that of a candidate. */
  public static Optional<JournalKey> parse(String text) {
    Matcher matcher = KEY.matcher(text);
    return matcher.matches() && matcher.group(2).compareTo("2147483647") <= 0
        ? Optional.of(new JournalKey(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
