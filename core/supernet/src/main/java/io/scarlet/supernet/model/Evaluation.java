package io.scarlet.supernet.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What a classifier makes of labelled pictures.
 *
 * @param classes names of the classes, in the order of the labels
 * @param confusion pictures by their label, then by the class that the classifier gives them
 * @param loss mean cross entropy, nats
 */
public record Evaluation(List<String> classes, List<List<Long>> confusion, double loss) {

  public Evaluation {
    classes = List.copyOf(classes);
    confusion = confusion.stream().map(List::copyOf).toList();
    int size = classes.size();
    if (confusion.size() != size || confusion.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException("a confusion has a row and a column for each class");
    }
  }

  static Evaluation of(List<String> classes, long[][] confusion, double loss) {
    List<List<Long>> rows =
        Arrays.stream(confusion).map(row -> LongStream.of(row).boxed().toList()).toList();
    return new Evaluation(classes, rows, loss);
  }

  /** How many pictures there were. */
  public long pictures() {
    return IntStream.range(0, classes.size()).mapToLong(this::pictures).sum();
  }

  /** How many pictures of a class there were. */
  public long pictures(int label) {
    return confusion.get(label).stream().mapToLong(Long::longValue).sum();
  }

  /** Share of the pictures that were classed rightly, 0 to 1; 0 where there were none. */
  public double accuracy() {
    long correct = IntStream.range(0, classes.size()).mapToLong(c -> confusion.get(c).get(c)).sum();
    return share(correct, pictures());
  }

  /** Share of the pictures of a class that were classed rightly; 0 where there were none. */
  public double recall(int label) {
    return share(confusion.get(label).get(label), pictures(label));
  }

  /** Share of the pictures given a class that are of it; 0 where none was given it. */
  public double precision(int label) {
    long given = confusion.stream().mapToLong(row -> row.get(label)).sum();
    return share(confusion.get(label).get(label), given);
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
