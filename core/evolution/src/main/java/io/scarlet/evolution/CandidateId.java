package io.scarlet.evolution;

import java.util.Optional;

/**
 * The name of a candidate, derived from its place, so that a repeated proposal is recognised.
 *
 * @param searchId its search
 * @param generation from 0
 * @param slot from 0
 */
public record CandidateId(String searchId, int generation, int slot) {

  private static final int GENERATION_DIGITS = 3;
  private static final int SLOT_DIGITS = 2;
  private static final int MOST_DIGITS = 9;
  private static final int DECIMAL = 10;

  public CandidateId {
    if (generation < 0 || slot < 0) {
      throw new IllegalArgumentException("generations and slots count from 0");
    }
  }

  /** Reads what {@link #toString} writes; empty for any other text. */
  public static Optional<CandidateId> parse(String text) {
    int slot = text.lastIndexOf("-s");
    int generation = text.lastIndexOf("-g", slot);
    if (generation < 1
        || !isNumber(text, generation + 2, slot)
        || !isNumber(text, slot + 2, text.length())) {
      return Optional.empty();
    }
    CandidateId id =
        new CandidateId(
            text.substring(0, generation),
            Integer.parseInt(text, generation + 2, slot, DECIMAL),
            Integer.parseInt(text, slot + 2, text.length(), DECIMAL));
    return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
  }

  private static boolean isNumber(String text, int from, int to) {
    return from < to
        && to - from <= MOST_DIGITS
        && text.substring(from, to).chars().allMatch(each -> each >= '0' && each <= '9');
  }

  /** {@code <search>-g000-s00}, with more digits where they are needed. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(searchId).append("-g");
    append(text, generation, GENERATION_DIGITS);
    append(text.append("-s"), slot, SLOT_DIGITS);
    return text.toString();
  }

  private static void append(StringBuilder text, int number, int digits) {
    String written = Integer.toString(number);
    text.repeat('0', Math.max(0, digits - written.length())).append(written);
  }
}
