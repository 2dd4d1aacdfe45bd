package io.scarlet.trainer.standalone;

import io.scarlet.supernet.model.Evaluation;
import java.util.List;
import java.util.Locale;

/** An evaluation for people: the figures, then a line a class. */
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
    text.append(String.format("%-" + name + "s  pictures  recall  precision  taken for", CLASS));
    text.append(System.lineSeparator());
    for (int label = 0; label < classes.size(); label++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + name + "s  %8d  %4.1f %%     %4.1f %%  ",
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
