package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.evolution.Rejection.Reason;
import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** A latency is measured once, and from then on decides like any other figure. */
@Domain(Strategies.class)
@Domain(DomainContext.Global.class)
class LatencyTest {

  private static final int BUDGET = 60;
  private static final double BOUND = 4;

  private static SearchSettings fast(Strategy strategy, long seed) {
    return Changed.of(Searches.macro(strategy, seed, BUDGET, 12))
        .needsCheckpoint()
        .objectives(Searches.ACCURACY, Searches.LATENCY)
        .settings();
  }

  private static SearchSettings bounded(Strategy strategy, long seed) {
    return Changed.of(fast(strategy, seed))
        .objectives(Searches.ACCURACY)
        .constraint(new Constraint(Measure.LATENCY, 0, BOUND))
        .settings();
  }

  /** Scores all candidates in some order, each with the latency of its network. */
  private static Run run(SearchSettings settings, Random arrival) {
    Run run = new Run();
    run.fold(new Fact.Requested(settings));
    run.fold(new Fact.CheckpointPublished(Searches.weights(200, true)));
    while (!run.waiting.isEmpty()) {
      Candidate next = run.waiting.remove(arrival.nextInt(run.waiting.size()));
      run.fold(Searches.timed(next, milliseconds(next)));
    }
    return run;
  }

  private static double milliseconds(Candidate candidate) {
    return 0.5 + candidate.costs().macs() / 10e6;
  }

  private static double latency(Member member) {
    return member.evaluation().reading().latency();
  }

  @Property(tries = 12)
  void no_network_of_the_front_is_as_fast_and_as_good_as_another(
      @ForAll Strategy strategy, @ForAll long seed) {
    List<Member> front = run(fast(strategy, seed), new Random(1)).last().front();

    for (int i = 1; i < front.size(); i++) {
      assertThat(latency(front.get(i))).isLessThanOrEqualTo(latency(front.get(i - 1)));
    }
    assertThat(front).allMatch(member -> latency(member) == milliseconds(member.candidate()));
  }

  @Property(tries = 12)
  void r2_r3_with_the_same_latencies_order_and_crashes_change_nothing(
      @ForAll Strategy strategy, @ForAll long seed, @ForAll Random chance) {
    Run run = run(fast(strategy, seed), chance);

    assertThat(run.decisions).isEqualTo(run(fast(strategy, seed), new Random(1)).decisions);
    run.assertGoesOnAfter(chance.nextInt(run.facts.size()));
  }

  @Property(tries = 12)
  void what_is_slower_than_a_bound_never_comes_to_the_front(
      @ForAll Strategy strategy, @ForAll long seed) {
    SearchSettings settings = bounded(strategy, seed);
    Run run = run(settings, new Random(1));

    assertThat(run.last().front())
        .allMatch(member -> latency(member) <= BOUND)
        .allMatch(member -> settings.allow(member.evaluation()));
    assertThat(run.state.archive().evaluated())
        .allMatch(each -> settings.allow(each) == milliseconds(each.candidate()) <= BOUND);
    assertThat(run.last().front().isEmpty())
        .isEqualTo(run.proposed().stream().allMatch(one -> milliseconds(one) > BOUND));
  }

  @Property(tries = 100)
  void half_the_time_is_worth_as_much_to_slow_networks_as_to_fast_ones(
      @ForAll @DoubleRange(min = 0.1, max = 1000) double slow,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double fast) {
    assertThat(share(slow / 2) - share(slow))
        .isPositive()
        .isCloseTo(share(fast / 2) - share(fast), within(1e-9));
  }

  @Test
  void a_share_is_one_for_what_takes_no_time_and_none_for_what_takes_forever() {
    assertThat(share(0)).isEqualTo(1);
    assertThat(share(1e9)).isZero();
  }

  private static double share(double milliseconds) {
    Costs costs = CostModel.cheapest(Searches.TINY);
    return new Appraisal(
            Changed.of(Searches.supernet(4, 2)).objectives(Searches.LATENCY).settings())
        .shares(new Reading(0, 0, milliseconds, costs))
        .getFirst();
  }

  @Test
  void a_violation_is_the_share_by_which_a_bound_is_broken_below_a_millisecond_too() {
    Constraint bound = new Constraint(Measure.LATENCY, 0, 0.5);
    Costs costs = CostModel.cheapest(Searches.TINY);

    assertThat(bound.violation(new Reading(0, 0, 0.5, costs))).isZero();
    assertThat(bound.violation(new Reading(0, 0, 0.75, costs))).isEqualTo(0.5);
  }

  @Test
  void the_predictor_learns_what_makes_networks_slow() {
    double predicted = run(fast(new Predictor(), 3), new Random(1)).last().hypervolume();
    double byChance = run(fast(new RandomSearch(), 3), new Random(1)).last().hypervolume();

    assertThat(predicted).isGreaterThan(byChance);
  }

  @Test
  void a_score_without_the_latency_that_is_needed_is_a_failure_so_that_the_generation_closes() {
    for (SearchSettings settings : List.of(fast(new Nsga2(), 1), bounded(new Nsga2(), 1))) {
      Run run = new Run();
      run.fold(new Fact.Requested(settings));
      run.fold(new Fact.CheckpointPublished(Searches.weights(200, true)));
      List<Candidate> first = new ArrayList<>(run.waiting);
      run.fold(Searches.scored(first.removeFirst(), 0.9));
      first.forEach(candidate -> run.fold(Searches.timed(candidate, 2)));

      assertThat(run.generations().getFirst().failures()).isEqualTo(1);
      assertThat(run.generations().getFirst().evaluated().getFirst().evaluation().outcome())
          .isEqualTo(
              new Outcome.Failure(
                  "scored without a latency, which is an objective or a constraint"));
      assertThat(run.generations().getFirst().evaluated().stream().map(Member::evaluation))
          .allMatch(each -> settings.allow(each) != each.failed());
    }
  }

  @Test
  void a_latency_that_is_none_does_not_count() {
    Run run = new Run();
    run.fold(new Fact.Requested(fast(new Nsga2(), 1)));
    run.fold(new Fact.CheckpointPublished(Searches.weights(200, true)));
    Candidate first = run.waiting.getFirst();
    for (double latency : new double[] {Double.NaN, 0, -1, Double.POSITIVE_INFINITY}) {
      Step step = run.fold(Searches.timed(first, latency));

      assertThat(step.decisions()).isEmpty();
      assertThat(step.rejection())
          .contains(
              new Rejection(
                  Reason.NOT_A_LATENCY,
                  "the latency of s1-g000-s00 is above 0 milliseconds and finite, got " + latency));
    }
    assertThat(run.fold(Searches.timed(first, 2)).rejection()).isEmpty();
  }

  @Test
  void a_table_knows_no_latency() {
    Changed search = Changed.of(Searches.macro(1, 1, 2));

    for (Changed wish :
        List.of(
            Changed.of(search.settings()).objectives(Searches.LATENCY),
            Changed.of(search.settings()).constraint(new Constraint(Measure.LATENCY, 0, 1)))) {
      assertThatThrownBy(wish::settings)
          .hasMessage(
              "a table of measured networks knows no latency: make macs the objective or the"
                  + " constraint");
    }
  }

  @Test
  void a_fork_wants_a_latency_only_where_its_parent_has_measured_it() {
    Run timed = run(fast(new Nsga2(), 1), new Random(1));
    SearchSettings untimed = Changed.of(fast(new Nsga2(), 1)).objectives(Searches.MACS).settings();
    Run parent = new Run();
    parent.fold(new Fact.Requested(untimed));
    parent.fold(new Fact.CheckpointPublished(Searches.weights(200, true)));
    while (!parent.waiting.isEmpty()) {
      parent.fold(Searches.measured(parent.waiting.removeFirst()));
    }

    assertThat(fork(timed).settings().needs(Measure.LATENCY)).isTrue();
    assertThatThrownBy(fork(parent)::settings)
        .hasMessageContaining("the parent's scores have no latency");
  }

  private static Changed fork(Run parent) {
    return Changed.of(fast(new Nsga2(), 1))
        .fork(new Past(parent.state.weights().published(), parent.generations().subList(0, 1)));
  }
}
