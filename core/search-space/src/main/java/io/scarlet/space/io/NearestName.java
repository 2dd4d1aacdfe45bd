package io.scarlet.space.io;

import java.util.Comparator;
import java.util.List;

/** Guesses what was meant by a misspelt name: the fewest letters to insert, delete or replace. */
public final class NearestName {

  private static final int LEAST_SLIPS = 2;
  private static final int LETTERS_A_SLIP = 3;

  private NearestName() {}

  /**
   * What to say after a name that is not known: {@code : did you mean 'epochs'?}, with the nearest
   * of the known names, the first of those equally near; a full stop where none is near.
   */
  public static String question(String name, List<String> known) {
    int near = Math.max(LEAST_SLIPS, name.length() / LETTERS_A_SLIP);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= near)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .map(": did you mean '%s'?"::formatted)
        .orElse(".");
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
