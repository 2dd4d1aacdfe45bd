package io.scarlet.evaluator.kafka;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often each candidate of a partition was begun, as a text that fits the metadata of an offset.
 *
 * @param attempts by the offset of the candidate
 */
record BegunMarks(SortedMap<Long, Integer> attempts) {

  /** Kafka takes 4096 bytes of metadata; a mark has 22 at most. */
  private static final int MOST = 128;

  private static final Pattern MARK = Pattern.compile("(\\d{1,18}):(\\d{1,2})");

  /** The marks in the text; what is none is passed over. */
  static BegunMarks of(String text) {
    return new BegunMarks(
        MARK.matcher(text)
            .results()
            .collect(
                Collectors.toMap(
                    (MatchResult mark) -> Long.valueOf(mark.group(1)),
                    mark -> Integer.valueOf(mark.group(2)),
                    Math::max,
                    TreeMap::new)));
  }

  /** How often the candidate at this offset was begun. */
  int of(long offset) {
    return attempts.getOrDefault(offset, 0);
  }

  /** These and one more for this offset; the oldest go where there are too many. */
  BegunMarks begun(long offset) {
    TreeMap<Long, Integer> more = new TreeMap<>(attempts);
    more.put(offset, of(offset) + 1);
    while (more.size() > MOST) {
      more.pollFirstEntry();
    }
    return new BegunMarks(more);
  }

  /** These without that of this offset. */
  BegunMarks without(long offset) {
    TreeMap<Long, Integer> fewer = new TreeMap<>(attempts);
    fewer.remove(offset);
    return new BegunMarks(fewer);
  }

  /** As it is read again. */
  String text() {
    return attempts.entrySet().stream()
        .map(Map.Entry::toString)
        .map(entry -> entry.replace('=', ':'))
        .collect(Collectors.joining(" "));
  }
}
