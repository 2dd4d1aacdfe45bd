package io.scarlet.space;

import io.scarlet.space.blueprint.Segment;

/**
 * One of the blocks that a layer may be.
 *
 * @param label for people: {@code e3k7}, {@code e3k7s} with squeeze-and-excite, {@code -} for the
 *     identity
 * @param segment what it is made of in the derived network
 * @param skip whether it is the pure identity, where a supernet puts its stabilizer
 */
public record Choice(String label, Segment segment, boolean skip) {

  /** The label of the pure identity. */
  public static final String SKIP_LABEL = "-";

  public Choice {
    if (label.isBlank() || label.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("a label has no blanks: '" + label + "'");
    }
    if (skip != segment.isIdentity()) {
      throw new IllegalArgumentException(
          "a skip is a segment without operators and the other way round, see " + label);
    }
    if (skip != label.equals(SKIP_LABEL)) {
      throw new IllegalArgumentException("the label of a skip is '-', got " + label);
    }
  }
}
