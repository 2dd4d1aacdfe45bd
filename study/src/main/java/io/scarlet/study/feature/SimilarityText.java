package io.scarlet.study.feature;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Similarities for people. */
public final class SimilarityText {

  private SimilarityText() {}

  /** A matrix for each supernet. */
  public static String of(Map<Long, Similarity> bySeed) {
    StringBuilder text = new StringBuilder();
    bySeed.forEach(
        (seed, similarity) -> {
          text.append("layer %d, supernet of seed %d%n".formatted(similarity.layer(), seed));
          text.append(matrix(similarity));
        });
    return text.toString();
  }

  private static String matrix(Similarity similarity) {
    List<String> choices = similarity.choices();
    StringBuilder text = new StringBuilder("        ");
    choices.forEach(choice -> text.append("%8s".formatted(choice)));
    text.append(System.lineSeparator());
    for (int row = 0; row < choices.size(); row++) {
      text.append("%-8s".formatted(choices.get(row)));
      for (double value : similarity.matrix().get(row)) {
        text.append(String.format(Locale.ROOT, "%8.3f", value));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }
}
