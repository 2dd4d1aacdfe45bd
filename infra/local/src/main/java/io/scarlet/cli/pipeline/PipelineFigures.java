package io.scarlet.cli.pipeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How fast a search goes round.
 *
 * @param evaluations scored candidates
 * @param perSecond of them, from the first score to the last
 * @param turns generations that others followed
 * @param turn median milliseconds from sending a generation's last score to reading the first
 *     candidate of the next
 * @param published of these, until the score can be read: the evaluator's transaction
 * @param decided of these, from then on: reading, folding, breeding, and the evolver's transaction
 */
public record PipelineFigures(
    int evaluations, double perSecond, int turns, double turn, double published, double decided) {

  /** A table for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d evaluations, %.0f a second%n"
            + "%d turns, median of %.0f ms: score published %.0f ms, next candidates %.0f ms%n",
        evaluations,
        perSecond,
        turns,
        turn,
        published,
        decided);
  }

  /** The fields of one JSON object. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("evaluations", evaluations);
    fields.put("per_second", perSecond);
    fields.put("turns", turns);
    fields.put("turn_ms", turn);
    fields.put("published_ms", published);
    fields.put("decided_ms", decided);
    return fields;
  }
}
