package io.scarlet.trainer.standalone;

import io.scarlet.supernet.model.Evaluation;
import java.util.List;
import java.util.Locale;

/**
 * An evaluation for people: the figures, then a line a class. How often it is taken for which class
 * comes in the order of the lines.
 */
final class EvaluationText {

  private static final String CLASS = "class";

  private EvaluationText() {}

  static String of(String split, Evaluation evaluation) {
    List<String> classes = evaluation.classes();
    int name = classes.stream().mapToInt(String::length).max().orElse(0);
    name = Math.max(name, CLASS.length());
    int count = Long.toString(evaluation.pictures()).length() + 1;
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s accuracy %.2f %%, loss %.4f, %,d pictures%n%n",
            split,
            100 * evaluation.accuracy(),
            evaluation.loss(),
            evaluation.pictures()));
    String pad = "%-" + name + "s";
    text.append(String.format(pad + "  pictures  recall  precision  taken for%n", CLASS));
    for (int label = 0; label < classes.size(); label++) {
      text.append(
          String.format(
              Locale.ROOT,
              pad + "  %8d %5.1f %%    %5.1f %%  ",
              classes.get(label),
              evaluation.pictures(label),
              100 * evaluation.recall(label),
              100 * evaluation.precision(label)));
      for (long taken : evaluation.confusion().get(label)) {
        text.append(String.format("%" + count + "d", taken));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }
}
