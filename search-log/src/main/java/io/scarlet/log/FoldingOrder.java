package io.scarlet.log;

import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One order for the events of all topics. Facts that counted come in the order in which they were
 * folded, the records of a partition by their offsets, and all else by time. A decision carries the
 * time of the fact that it follows from and comes after it.
 */
public final class FoldingOrder {

  /** At equal times facts come first, then the end of a generation, then its successors. */
  private static final List<String> TOPICS =
      Stream.concat(
              Stream.of(
                  TopicCatalogue.SEARCHES,
                  TopicCatalogue.CHECKPOINTS,
                  TopicCatalogue.SCORES,
                  TopicCatalogue.GENERATIONS,
                  TopicCatalogue.FINALISTS),
              TopicCatalogue.all().stream())
          .map(Topic::name)
          .distinct()
          .toList();

  private static final Comparator<Timed> ORDER =
      Comparator.comparingLong(Timed::time)
          .thenComparingInt(timed -> TOPICS.indexOf(timed.logged().topic()))
          .thenComparing(timed -> timed.logged().key())
          .thenComparingInt(timed -> timed.logged().partition());

  private FoldingOrder() {}

  /** An event with the time by which it is placed: no later than those that must follow it. */
  private record Timed(LoggedEvent logged, long time) {}

  private record Partition(String topic, int number) implements Comparable<Partition> {
    static Partition of(LoggedEvent logged) {
      return new Partition(logged.topic(), logged.partition());
    }

    @Override
    public int compareTo(Partition other) {
      return Comparator.comparing(Partition::topic)
          .thenComparingInt(Partition::number)
          .compare(this, other);
    }
  }

  /** The events in order, whatever order they are given in. */
  public static List<LoggedEvent> of(List<LoggedEvent> events) {
    List<Deque<Timed>> partitions = partitions(events);
    List<LoggedEvent> ordered = new ArrayList<>(events.size());
    int fact = 0;
    while (ordered.size() < events.size()) {
      Deque<Timed> next = next(partitions, fact);
      LoggedEvent logged = next.removeFirst().logged();
      ordered.add(logged);
      fact += logged.fact().isPresent() ? 1 : 0;
    }
    return ordered;
  }

  /** The partition whose first event is next: no fact comes before those folded earlier. */
  private static Deque<Timed> next(List<Deque<Timed>> partitions, int fact) {
    Comparator<Deque<Timed>> byHead = Comparator.comparing(Deque::getFirst, ORDER);
    return partitions.stream()
        .filter(left -> !left.isEmpty())
        .filter(left -> left.getFirst().logged().fact().orElse(fact) == fact)
        .min(byHead)
        .or(() -> partitions.stream().filter(left -> !left.isEmpty()).min(byHead))
        .orElseThrow();
  }

  private static List<Deque<Timed>> partitions(List<LoggedEvent> events) {
    Map<Integer, Long> factTimes = factTimes(events);
    Map<Partition, Deque<Timed>> partitions = new TreeMap<>();
    List<LoggedEvent> backwards =
        events.stream().sorted(Comparator.comparingLong(LoggedEvent::offset).reversed()).toList();
    for (LoggedEvent logged : backwards) {
      Deque<Timed> after =
          partitions.computeIfAbsent(Partition.of(logged), _ -> new ArrayDeque<>());
      OptionalInt fact = logged.fact();
      long own = fact.isPresent() ? factTimes.get(fact.getAsInt()) : logged.timestamp();
      long time = after.isEmpty() ? own : Math.min(own, after.getFirst().time());
      after.addFirst(new Timed(logged, time));
    }
    return List.copyOf(partitions.values());
  }

  /** The time of each fact, but no later than that of any fact folded after it. */
  private static Map<Integer, Long> factTimes(List<LoggedEvent> events) {
    TreeMap<Integer, Long> times = new TreeMap<>();
    events.forEach(
        logged -> logged.fact().ifPresent(number -> times.put(number, logged.timestamp())));
    long latest = Long.MAX_VALUE;
    for (int number : times.descendingKeySet()) {
      latest = Math.min(latest, times.get(number));
      times.put(number, latest);
    }
    return times;
  }
}
