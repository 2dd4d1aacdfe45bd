package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evolution.breeding.Origin;
import io.scarlet.space.Architecture;
import io.scarlet.space.io.Presets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy keeps to. */
@Domain(Strategies.class)
@Domain(DomainContext.Global.class)
class StrategyTest {

  @Property(tries = 60)
  void no_network_is_proposed_twice_under_any_of_its_codes_and_the_budget_is_kept(
      @ForAll Strategy strategy,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int budget,
      @ForAll @IntRange(min = 2, max = 40) int population) {
    Run run = Run.of(Searches.macro(strategy, seed, budget, population));

    assertThat(run.proposed()).hasSize(budget);
    assertThat(run.proposed())
        .extracting(candidate -> Searches.TABLE.space().canonical(candidate.architecture()))
        .doesNotHaveDuplicates();
    assertThat(run.last().end()).contains(EndReason.BUDGET_SPENT);
    assertThat(run.last().evaluations()).isEqualTo(budget);
  }

  @Property(tries = 40)
  void r2_the_order_of_arrival_changes_nothing(
      @ForAll Strategy strategy, @ForAll long seed, @ForAll Random arrival) {
    SearchSettings settings = Searches.macro(strategy, seed, 70, 12);
    Run shuffled = Run.of(settings, Searches::flaky, waiting -> arrival.nextInt(waiting.size()));

    assertThat(shuffled.decisions)
        .isEqualTo(Run.of(settings, Searches::flaky, waiting -> 0).decisions);
  }

  @Property(tries = 40)
  void r3_folding_the_recorded_facts_anew_goes_on_as_if_nothing_had_happened(
      @ForAll Strategy strategy, @ForAll long seed, @ForAll Random crash) {
    Run run = Run.of(Searches.macro(strategy, seed, 70, 12));

    run.assertGoesOnAfter(crash.nextInt(run.facts.size()));
  }

  static List<Strategy> guided() {
    return Strategy.all().stream().filter(one -> !(one instanceof RandomSearch)).toList();
  }

  static List<Strategy> strategies() {
    return Strategy.all();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_small_space_is_searched_to_its_last_network(Strategy strategy) {
    SearchSettings tiny =
        Changed.of(Searches.settings(Searches.TINY, 1, 100, 4)).strategy(strategy).settings();

    Run run = Run.of(tiny, candidate -> Searches.scored(candidate, 0.5), waiting -> 0);

    assertThat(run.proposed()).hasSize(9);
    assertThat(run.last().end()).contains(EndReason.SPACE_EXHAUSTED);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_search_whose_evaluations_all_fail_still_ends(Strategy strategy) {
    Run run = Run.of(Searches.macro(strategy, 1, 60, 20), Searches::failed, waiting -> 0);

    assertThat(run.last().failures()).isEqualTo(60);
    assertThat(run.last().front()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_large_space_is_searched_within_its_constraints(Strategy strategy) {
    SearchSettings large =
        Changed.of(Searches.settings(Presets.preset("scarlet-s2"), 4, 90, 20))
            .strategy(strategy)
            .constraint(new Constraint(Measure.PARAMS, 0, 5e6))
            .settings();

    Run run = Run.of(large, StrategyTest::madeUp, waiting -> 0);

    assertThat(run.proposed())
        .extracting(Candidate::architecture)
        .hasSize(90)
        .doesNotHaveDuplicates();
    assertThat(run.last().front())
        .isNotEmpty()
        .allMatch(member -> member.candidate().costs().params() <= 5e6);
  }

  @ParameterizedTest
  @MethodSource("guided")
  void each_that_heeds_scores_finds_more_than_chance(Strategy strategy) {
    double found = 0;
    double byChance = 0;
    for (int seed = 0; seed < 8; seed++) {
      found += Run.of(Searches.macro(strategy, seed, 300, 30)).last().hypervolume();
      byChance += Run.of(Searches.macro(new RandomSearch(), seed, 300, 30)).last().hypervolume();
    }

    assertThat(found / 8).isGreaterThan(byChance / 8 + 0.01);
  }

  @Test
  void names_are_those_of_the_settings() {
    assertThat(Strategy.all())
        .extracting(Strategy::label)
        .containsExactly("predictor", "nsga2", "aging", "random");
  }

  @Test
  void a_generation_is_as_large_as_its_setting_or_as_suits_the_strategy() {
    SearchSettings settings = Searches.macro(new Predictor(), 1, 100, 64);

    assertThat(settings.generationSize()).isEqualTo(16);
    assertThat(Searches.macro(new Predictor(), 1, 100, 8).generationSize()).isEqualTo(8);
    assertThat(Searches.macro(new Aging(), 1, 100, 64).generationSize()).isEqualTo(16);
    assertThat(Searches.macro(1, 100, 64).generationSize()).isEqualTo(64);
    assertThat(Changed.of(settings).candidatesAGeneration(5).settings().generationSize())
        .isEqualTo(5);
  }

  @Test
  void the_oldest_die_whatever_they_are_worth() {
    Run run = Run.of(Searches.macro(new Aging(), 3, 120, 20));

    List<CandidateId> proposed = run.proposed().stream().map(Candidate::id).toList();
    assertThat(run.last().population())
        .extracting(member -> member.candidate().id())
        .containsExactlyInAnyOrderElementsOf(proposed.subList(100, 120));
    assertThat(run.proposed().subList(32, 120))
        .allMatch(candidate -> candidate.origin() == Origin.MUTATION)
        .allMatch(candidate -> candidate.parents().size() == 1);
  }

  @Test
  void chance_takes_no_notice_of_scores() {
    SearchSettings settings = Searches.macro(new RandomSearch(), 5, 60, 20);

    assertThat(Run.of(settings, Searches::failed, waiting -> 0).proposed())
        .isEqualTo(Run.of(settings).proposed());
  }

  @Test
  void a_prediction_chooses_among_offspring_where_a_space_is_too_large_to_list() {
    SearchSettings large =
        Changed.of(Searches.settings(Presets.preset("scarlet-s1"), 4, 64, 20))
            .strategy(new Predictor())
            .settings();

    Run run = Run.of(large, StrategyTest::madeUp, waiting -> 0);
    List<Candidate> chosen = run.proposed().subList(16, 64);
    Set<CandidateId> known = new HashSet<>(run.proposed().stream().map(Candidate::id).toList());

    assertThat(chosen).noneMatch(candidate -> candidate.origin() == Origin.ENUMERATED);
    assertThat(chosen).allMatch(candidate -> !candidate.parents().isEmpty());
    assertThat(chosen).allMatch(candidate -> known.containsAll(candidate.parents()));
  }

  /** An accuracy that grows with the number of a choice. */
  private static Fact.Scored madeUp(Candidate candidate) {
    Architecture network = candidate.architecture();
    int sum = network.choices().stream().mapToInt(Integer::intValue).sum();
    return Searches.scored(candidate, 0.5 + sum / 1000.0);
  }
}
