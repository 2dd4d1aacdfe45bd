package io.scarlet.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.schemas.TopicCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Logs as brokers have them: clocks disagree, several facts share a millisecond. */
class FoldingOrderTest {

  private static final List<String> FACT_TOPICS =
      List.of(
          TopicCatalogue.SEARCHES.name(),
          TopicCatalogue.CHECKPOINTS.name(),
          TopicCatalogue.SCORES.name());

  private static final SearchControlled EVENT =
      SearchControlled.newBuilder().setSearchId("s").setAction(ControlAction.PAUSE).build();

  @Property(tries = 300)
  void facts_lie_in_the_order_of_their_folding(@ForAll("logs") List<LoggedEvent> log) {
    assertThat(facts(FoldingOrder.of(log))).isSorted().hasSize(facts(log).size());
  }

  @Property(tries = 300)
  void every_partition_keeps_its_order(@ForAll("logs") List<LoggedEvent> log) {
    Map<String, List<Long>> offsets =
        FoldingOrder.of(log).stream()
            .collect(
                Collectors.groupingBy(
                    logged -> logged.topic() + logged.partition(),
                    Collectors.mapping(LoggedEvent::offset, Collectors.toList())));

    assertThat(offsets.values()).allSatisfy(each -> assertThat(each).isSorted());
  }

  @Property(tries = 300)
  void a_decision_comes_after_the_fact_that_it_follows_from(@ForAll("logs") List<LoggedEvent> log) {
    List<Integer> folded = new ArrayList<>();
    for (LoggedEvent logged : FoldingOrder.of(log)) {
      logged.fact().ifPresent(folded::add);
      if (logged.topic().equals(TopicCatalogue.CANDIDATES.name())) {
        assertThat(folded).contains(Integer.parseInt(logged.key()));
      }
    }
  }

  @Property(tries = 100)
  void the_order_in_which_they_are_read_does_not_matter(
      @ForAll("logs") List<LoggedEvent> log, @ForAll Random random) {
    List<LoggedEvent> shuffled = new ArrayList<>(log);
    Collections.shuffle(shuffled, random);

    assertThat(FoldingOrder.of(shuffled)).isEqualTo(FoldingOrder.of(log));
  }

  @Provide
  Arbitrary<List<LoggedEvent>> logs() {
    return Arbitraries.randoms().map(FoldingOrderTest::log);
  }

  /** Facts in the order of their folding, some that did not count, and a decision after each. */
  private static List<LoggedEvent> log(Random random) {
    Map<String, Long> offsets = new HashMap<>();
    List<LoggedEvent> log = new ArrayList<>();
    int count = 1 + random.nextInt(20);
    for (int fact = 0; fact < count; fact++) {
      long time = random.nextInt(6);
      String topic = FACT_TOPICS.get(random.nextInt(FACT_TOPICS.size()));
      if (random.nextInt(4) == 0) {
        log.add(logged(topic, 0, offsets, random.nextInt(6), "", OptionalInt.empty()));
      }
      log.add(logged(topic, 0, offsets, time, "", OptionalInt.of(fact)));
      log.add(
          logged(
              TopicCatalogue.CANDIDATES.name(),
              random.nextInt(3),
              offsets,
              time,
              Integer.toString(fact),
              OptionalInt.empty()));
    }
    return log;
  }

  private static LoggedEvent logged(
      String topic,
      int partition,
      Map<String, Long> offsets,
      long time,
      String key,
      OptionalInt fact) {
    long offset = offsets.merge(topic + partition, 1L, Long::sum);
    return new LoggedEvent(topic, partition, offset, time, key, fact, EVENT);
  }

  private static List<Integer> facts(List<LoggedEvent> log) {
    Stream<OptionalInt> numbers = log.stream().map(LoggedEvent::fact);
    return numbers.filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).toList();
  }
}
