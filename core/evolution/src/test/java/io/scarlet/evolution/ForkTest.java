package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** A fork shares its parent's first generations and goes on with settings of its own. */
@Domain(Strategies.class)
@Domain(DomainContext.Global.class)
class ForkTest {

  private static final int BUDGET = 120;
  private static final int POPULATION = 20;

  private static Past past(Run parent, int generations) {
    return new Past(
        parent.state.weights().published(), parent.generations().subList(0, generations));
  }

  private static List<String> codes(List<Candidate> candidates) {
    return candidates.stream().map(candidate -> candidate.architecture().code()).toList();
  }

  @Property(tries = 20)
  void it_shares_the_generations_exactly_and_unchanged_it_goes_on_as_its_parent(
      @ForAll Strategy strategy,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int shared) {
    SearchSettings settings = Searches.macro(strategy, seed, BUDGET, POPULATION);
    Run parent = Run.of(settings, Searches::flaky, waiting -> 0);

    Run fork =
        Run.of(
            Changed.of(settings).fork(past(parent, shared)).settings(),
            Searches::flaky,
            waiting -> waiting.size() - 1);

    assertThat(fork.generations().subList(0, shared))
        .isEqualTo(parent.generations().subList(0, shared));
    int before = parent.generations().get(shared - 1).evaluations();
    assertThat(codes(fork.proposed())).isEqualTo(codes(parent.proposed().subList(before, BUDGET)));
    assertThat(fork.last().hypervolume()).isEqualTo(parent.last().hypervolume());
  }

  @Property(tries = 20)
  void another_seed_gives_others_from_there_on_and_none_is_scored_twice(
      @ForAll Strategy strategy, @ForAll long seed) {
    SearchSettings settings = Searches.macro(strategy, seed, BUDGET, POPULATION);
    Run parent = Run.of(settings);

    Run fork =
        Run.of(
            Changed.of(settings)
                .fork(past(parent, 2))
                .seed(seed + 1)
                .strategy(new Nsga2())
                .settings());

    assertThat(fork.generations().subList(0, 2)).isEqualTo(parent.generations().subList(0, 2));
    int before = parent.generations().get(1).evaluations();
    assertThat(fork.proposed()).hasSize(BUDGET - before);
    assertThat(codes(fork.proposed()))
        .isNotEqualTo(codes(parent.proposed().subList(before, BUDGET)));
    List<String> all = new ArrayList<>(codes(parent.proposed().subList(0, before)));
    all.addAll(codes(fork.proposed()));
    assertThat(all).doesNotHaveDuplicates();
  }

  @Property(tries = 10)
  void r3_folding_its_facts_anew_goes_on_as_if_nothing_had_happened(
      @ForAll Strategy strategy, @ForAll long seed, @ForAll Random order) {
    SearchSettings settings = Searches.macro(strategy, seed, BUDGET, POPULATION);
    Run fork = Run.of(Changed.of(settings).fork(past(Run.of(settings), 2)).settings());

    fork.assertGoesOnAfter(order.nextInt(fork.facts.size()));
  }

  @Test
  void candidates_of_the_past_keep_their_names_and_own_ones_bear_the_forks() {
    SearchSettings settings = Searches.macro(1, BUDGET, POPULATION);

    Run fork = Run.of(Changed.of(settings).fork(past(Run.of(settings), 2)).settings());

    assertThat(fork.generations().get(1).evaluated())
        .allMatch(member -> member.candidate().id().searchId().equals("s1"));
    assertThat(fork.proposed())
        .allMatch(candidate -> candidate.id().searchId().equals("s1-fork"))
        .allMatch(candidate -> candidate.id().generation() >= 2);
  }

  @Test
  void other_objectives_value_all_that_was_scored_anew() {
    SearchSettings settings =
        Changed.of(Searches.macro(1, BUDGET, POPULATION)).objectives(Searches.ACCURACY).settings();
    Run parent = Run.of(settings);
    Past past = past(parent, 4);
    assertThat(past.generations().getLast().front()).hasSize(1);

    Run fork = new Run();
    fork.fold(
        new Fact.Requested(
            Changed.of(settings)
                .objectives(Searches.ACCURACY, Searches.MACS)
                .fork(past)
                .settings()));

    assertThat(fork.state.archive().front()).hasSizeGreaterThan(3);
    assertThat(fork.state.archive().hypervolumes()).hasSize(1);
  }

  @Test
  void it_scores_with_its_parents_weights() {
    SearchSettings settings =
        Changed.of(Beside.settings(new Nsga2(), new Adoption.Scheduled(3), 3, BUDGET)).settings();
    Run parent = Beside.run(settings, 3, new Random(1));

    Run fork =
        Run.of(
            Changed.of(settings).fork(past(parent, 4)).settings(),
            candidate -> Searches.scored(candidate, 0.5),
            waiting -> 0);

    assertThat(fork.proposed()).isNotEmpty().allMatch(one -> one.checkpoint().isPresent());
    assertThat(fork.last().checkpoint()).isEqualTo(parent.state.weights().last());
  }

  @Test
  void where_nothing_is_left_to_score_it_ends_at_once() {
    SearchSettings settings = Searches.settings(Searches.TINY, 1, 100, 4);
    Run parent = Run.of(settings, candidate -> Searches.scored(candidate, 0.5), waiting -> 0);
    assertThat(parent.last().end()).contains(EndReason.SPACE_EXHAUSTED);

    Run fork =
        Run.of(Changed.of(settings).fork(past(parent, parent.generations().size())).settings());

    assertThat(fork.last().end()).contains(EndReason.SPACE_EXHAUSTED);
    assertThat(fork.proposed()).isEmpty();
  }

  @Test
  void one_that_could_do_nothing_is_refused() {
    SearchSettings settings = Searches.macro(1, BUDGET, POPULATION);
    Run parent = Run.of(settings);
    Past all = past(parent, parent.generations().size());

    assertThatThrownBy(() -> Changed.of(settings).fork(all).settings())
        .hasMessage(
            "the parent evaluated 120 candidates up to there, and the fork may evaluate 120 in"
                + " all: raise evolution.evaluations");
    assertThatThrownBy(
            () ->
                Changed.of(settings)
                    .limits(new Limits(500, 3, 0, 0.001))
                    .fork(past(parent, 3))
                    .settings())
        .hasMessage(
            "the fork shares 3 generations and may have 3 in all: raise evolution.generations");
    assertThatThrownBy(
            () -> Changed.of(settings).needsCheckpoint().fork(past(parent, 2)).settings())
        .hasMessage("a fork shares the weights of its parent, whose training is not complete yet");
    assertThatThrownBy(() -> new Past(List.of(), parent.generations().subList(1, 3)))
        .hasMessage("a fork shares all generations from 0 on, got generation 1 in place of 0");
  }
}
