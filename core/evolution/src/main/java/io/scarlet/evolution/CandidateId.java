package io.scarlet.evolution;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a candidate, derived from its place, so that a repeated proposal is recognised.
 *
 * @param searchId its search
 * @param generation from 0
 * @param slot from 0
 */
public record CandidateId(String searchId, int generation, int slot) {

  private static final Pattern FORM = Pattern.compile("(.+)-g(\\d{3,9})-s(\\d{2,9})");

  public CandidateId {
    if (generation < 0 || slot < 0) {
      throw new IllegalArgumentException("generations and slots count from 0");
    }
  }

  /** Reads what {@link #toString} writes; empty for any other text. */
  public static Optional<CandidateId> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    CandidateId id =
        new CandidateId(
            form.group(1), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
  }

  /** {@code <search>-g000-s00}, with more digits where they are needed. */
  @Override
  public String toString() {
    return "%s-g%03d-s%02d".formatted(searchId, generation, slot);
  }
}
