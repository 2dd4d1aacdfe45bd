package io.scarlet.bench;

import io.scarlet.bench.net.Net;
import io.scarlet.bench.net.Nets;
import io.scarlet.bench.peer.Peer;
import io.scarlet.bench.search.Problems;
import io.scarlet.evolution.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * What to measure.
 *
 * @param nets empty where none was named
 * @param threads of both sides, one measurement each
 * @param rounds in which both sides take their turn, at least 1
 * @param warmUp seconds that our side works before it is measured, at least 0
 * @param problem that is searched
 * @param mode of the searches
 * @param seeds searches of a strategy, at least 1
 * @param json whether lines of JSON are wanted rather than a table
 */
record Settings(
    Work work,
    List<Net> nets,
    List<Integer> threads,
    int rounds,
    double warmUp,
    String problem,
    Mode mode,
    int seeds,
    boolean json) {

  private static final int MOST_ROUNDS = 10_000;
  private static final int MOST_SEEDS = 1_000;
  private static final int MOST_THREADS = 1_024;
  private static final double LONGEST_WARM_UP = 3_600;

  /** What can be measured. */
  enum Work {
    TRAIN_STEP,
    EVALUATE,
    DATA,
    PROFILE,
    FLOOR,
    KERNELS,
    SEARCH;

    /** What the peer is asked to do. */
    Peer.Kind kind() {
      return this == EVALUATE ? Peer.Kind.EVALUATE : Peer.Kind.TRAIN;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Work named(String word) {
      return Arrays.stream(values())
          .filter(work -> work.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new RefusedException(
                      "'%s' cannot be measured: there are %s".formatted(word, words())));
    }

    private static String words() {
      return Arrays.stream(values()).map(Work::word).collect(Collectors.joining(", "));
    }
  }

  Settings {
    nets = List.copyOf(nets);
    threads = threads.stream().distinct().toList();
  }

  /**
   * Reads arguments: the work, then options.
   *
   * @throws RefusedException in one line, where they cannot be understood
   */
  static Settings of(String... arguments) {
    Work work = Work.named(arguments.length == 0 ? "" : arguments[0]);
    List<Net> nets = new ArrayList<>();
    List<Integer> threads = List.of(1, Runtime.getRuntime().availableProcessors());
    int rounds = 10;
    double warmUp = 5;
    String problem = Problems.MACRO;
    Mode mode = Mode.GENERATIONAL;
    int seeds = 20;
    boolean json = false;
    Iterator<String> rest = Arrays.stream(arguments).skip(1).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--json" -> json = true;
        case "--net" -> nets.addAll(nets(value(option, rest)));
        case "--threads" -> threads = threads(value(option, rest));
        case "--rounds" -> rounds = whole(option, value(option, rest), MOST_ROUNDS);
        case "--warm-up" -> warmUp = seconds(option, value(option, rest));
        case "--problem" -> problem = problem(value(option, rest));
        case "--mode" -> mode = mode(value(option, rest));
        case "--seeds" -> seeds = whole(option, value(option, rest), MOST_SEEDS);
        default -> throw new RefusedException("unknown option '" + option + "'");
      }
    }
    return new Settings(work, nets, threads, rounds, warmUp, problem, mode, seeds, json);
  }

  /** The named nets, or those of a name each where none was named. */
  List<Net> netsOr(List<String> names) {
    return nets.isEmpty() ? names.stream().map(Nets::named).toList() : nets;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new RefusedException(option + " needs a value");
    }
    return rest.next();
  }

  private static List<Net> nets(String names) {
    try {
      return Arrays.stream(names.split(",", -1)).map(String::strip).map(Nets::named).toList();
    } catch (NoSuchElementException unknown) {
      throw new RefusedException("--net " + names + ": " + unknown.getMessage());
    }
  }

  private static String problem(String name) {
    if (!Problems.names().contains(name)) {
      throw refused("--problem", name, "one of " + String.join(", ", Problems.names()));
    }
    return name;
  }

  private static Mode mode(String name) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "--mode",
                    name,
                    Arrays.stream(Mode.values())
                        .map(Mode::name)
                        .collect(Collectors.joining(" or "))));
  }

  private static List<Integer> threads(String counts) {
    return Arrays.stream(counts.split(",", -1))
        .map(count -> whole("--threads", count.strip(), MOST_THREADS))
        .toList();
  }

  private static int whole(String option, String text, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      throw refused(option, text, "a whole number from 1 to " + most);
    }
    throw refused(option, text, "a whole number from 1 to " + most);
  }

  private static double seconds(String option, String text) {
    String range = "seconds from 0 to " + (int) LONGEST_WARM_UP;
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= LONGEST_WARM_UP) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      throw refused(option, text, range);
    }
    throw refused(option, text, range);
  }

  private static RefusedException refused(String option, String text, String range) {
    return new RefusedException("%s %s: it is %s".formatted(option, text, range));
  }
}
