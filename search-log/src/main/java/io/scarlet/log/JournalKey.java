package io.scarlet.log;

import io.scarlet.schemas.AccessCatalogue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key of an entry in the evolver's journal, which numbers the facts of a search as they are folded.
 * Facts come from three topics, so no topic alone tells their order; the journal does. It is a
 * store of Kafka Streams, and its changelog a topic that others can read.
 *
 * @param searchId of the search
 * @param number of the fact, from 0
 */
public record JournalKey(String searchId, int number) {

  /** Name of the store. */
  public static final String STORE = "search-journal";

  /** The changelog: its values are the facts as the bytes that they arrived in. */
  public static final String TOPIC =
      AccessCatalogue.EVOLVER_APPLICATION + "-" + STORE + "-changelog";

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

  /** The key in this text; empty where there is none. */
  public static Optional<JournalKey> parse(String text) {
    Matcher matcher = KEY.matcher(text);
    return matcher.matches() && matcher.group(2).compareTo("2147483647") <= 0
        ? Optional.of(new JournalKey(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
