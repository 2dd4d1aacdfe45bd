package io.scarlet.bench;

import io.scarlet.bench.net.Net;
import io.scarlet.bench.net.Nets;
import io.scarlet.bench.peer.Peer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What to measure.
 *
 * @param kind of work
 * @param nets that do it
 * @param threads of both sides, one measurement each
 * @param rounds in which both sides take their turn, at least 1
 * @param warmUp seconds that our side works before it is measured, at least 0
 * @param json whether lines of JSON are wanted rather than a table
 */
record Settings(
    Peer.Kind kind,
    List<Net> nets,
    List<Integer> threads,
    int rounds,
    double warmUp,
    boolean json) {

  private static final int MOST_ROUNDS = 10_000;
  private static final int MOST_THREADS = 1_024;
  private static final double LONGEST_WARM_UP = 3_600;
  private static final String KINDS = "train-step, evaluate";

  /**
   * Reads arguments: the kind of work, then options.
   *
   * @throws RefusedException in one line, where they cannot be understood
   */
  static Settings of(String... arguments) {
    if (arguments.length == 0) {
      throw new RefusedException("name what to measure: " + KINDS);
    }
    Peer.Kind kind =
        switch (arguments[0]) {
          case "train-step" -> Peer.Kind.TRAIN;
          case "evaluate" -> Peer.Kind.EVALUATE;
          default ->
              throw new RefusedException(
                  "'%s' cannot be measured: there are %s".formatted(arguments[0], KINDS));
        };
    List<Net> nets = new ArrayList<>();
    List<Integer> threads = List.of(1, Runtime.getRuntime().availableProcessors());
    int rounds = 10;
    double warmUp = 5;
    boolean json = false;
    for (int i = 1; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--json" -> json = true;
        case "--net" -> nets.addAll(nets(value(arguments, ++i)));
        case "--threads" -> threads = threads(value(arguments, ++i));
        case "--rounds" ->
            rounds = (int) number("--rounds", value(arguments, ++i), 1, MOST_ROUNDS, true);
        case "--warm-up" ->
            warmUp = number("--warm-up", value(arguments, ++i), 0, LONGEST_WARM_UP, false);
        default -> throw new RefusedException("unknown option '" + arguments[i] + "'");
      }
    }
    if (nets.isEmpty()) {
      nets.addAll(
          (kind == Peer.Kind.TRAIN ? Nets.trainedByDefault() : Nets.evaluatedByDefault())
              .stream().map(Nets::named).toList());
    }
    return new Settings(
        kind, List.copyOf(nets), threads.stream().distinct().toList(), rounds, warmUp, json);
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new RefusedException(arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }

  private static List<Net> nets(String names) {
    try {
      return Arrays.stream(names.split(",", -1)).map(String::strip).map(Nets::named).toList();
    } catch (NoSuchElementException unknown) {
      throw new RefusedException("--net " + names + ": " + unknown.getMessage());
    }
  }

  private static List<Integer> threads(String counts) {
    return Arrays.stream(counts.split(",", -1))
        .map(count -> (int) number("--threads", count.strip(), 1, MOST_THREADS, true))
        .toList();
  }

  private static double number(String option, String text, int least, double most, boolean whole) {
    double number;
    try {
      number = whole ? Integer.parseInt(text) : Double.parseDouble(text);
    } catch (NumberFormatException wrong) {
      number = Double.NaN;
    }
    if (!(number >= least && number <= most)) {
      throw new RefusedException(
          "%s %s: it is %s from %d to %d"
              .formatted(option, text, whole ? "a whole number" : "a number", least, (long) most));
    }
    return number;
  }
}
