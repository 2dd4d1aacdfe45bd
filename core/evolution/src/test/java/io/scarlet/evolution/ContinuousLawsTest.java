package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evolution.ranking.Merit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every search whose training goes on. */
@Domain(Strategies.class)
@Domain(DomainContext.Global.class)
class ContinuousLawsTest {

  private static final Adoption SCHEDULED = new Adoption.Scheduled(3);

  @Property(tries = 20)
  void r2_with_a_schedule_the_order_of_checkpoints_and_scores_changes_nothing(
      @ForAll Strategy strategy,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int checkpoints,
      @ForAll Random one,
      @ForAll Random other) {
    SearchSettings settings = Beside.settings(strategy, SCHEDULED, seed, 120);

    assertThat(Beside.run(settings, checkpoints, one).decisions)
        .isEqualTo(Beside.run(settings, checkpoints, other).decisions);
  }

  @Property(tries = 20)
  void r3_folding_the_recorded_facts_anew_goes_on_as_if_nothing_had_happened(
      @ForAll Strategy strategy,
      @ForAll("adoptions") Adoption adoption,
      @ForAll long seed,
      @ForAll Random order) {
    Run run = Beside.run(Beside.settings(strategy, adoption, seed, 120), 4, order);

    run.assertGoesOnAfter(order.nextInt(run.facts.size()));
  }

  @Property(tries = 20)
  void population_and_front_are_scored_with_one_checkpoint_which_the_generation_names(
      @ForAll Strategy strategy,
      @ForAll("adoptions") Adoption adoption,
      @ForAll long seed,
      @ForAll Random order) {
    Run run = Beside.run(Beside.settings(strategy, adoption, seed, 120), 4, order);

    for (Decision.CompleteGeneration done : run.generations()) {
      List<Member> members = new ArrayList<>(done.population());
      members.addAll(done.front());
      assertThat(members)
          .allMatch(member -> member.candidate().checkpoint().equals(done.checkpoint()));
    }
  }

  @Property(tries = 20)
  void what_a_strategy_learns_from_is_scored_with_the_adopted_checkpoint(
      @ForAll Strategy strategy,
      @ForAll("adoptions") Adoption adoption,
      @ForAll long seed,
      @ForAll Random order) {
    Run run = Beside.run(Beside.settings(strategy, adoption, seed, 90), 4, order);

    SearchState state = SearchState.initial();
    for (Fact fact : run.facts) {
      state = Step.fold(state, fact).state();
      Optional<Checkpoint> adopted = state.weights().adopted();
      assertThat(state.archive().comparable())
          .allMatch(one -> one.candidate().checkpoint().equals(adopted));
      assertThat(state.archive().known())
          .containsExactlyInAnyOrderElementsOf(
              state.archive().comparable().stream()
                  .map(one -> one.candidate().architecture())
                  .toList());
    }
  }

  @Property(tries = 20)
  void the_front_is_what_nobody_dominates_among_all_scores_of_its_checkpoint(
      @ForAll Strategy strategy,
      @ForAll("adoptions") Adoption adoption,
      @ForAll long seed,
      @ForAll Random order) {
    SearchSettings settings = Beside.settings(strategy, adoption, seed, 100);
    Appraisal appraisal = new Appraisal(settings);
    List<Evaluation> all = new ArrayList<>();
    for (Decision.CompleteGeneration done : Beside.run(settings, 4, order).generations()) {
      done.evaluated().forEach(member -> all.add(member.evaluation()));
      List<Evaluation> comparable =
          all.stream()
              .filter(one -> one.candidate().checkpoint().equals(done.checkpoint()))
              .toList();
      List<Merit> merits = comparable.stream().map(appraisal::merit).toList();

      assertThat(done.front())
          .extracting(Member::evaluation)
          .containsExactlyInAnyOrderElementsOf(
              comparable.stream()
                  .filter(one -> appraisal.merit(one).feasible())
                  .filter(one -> merits.stream().noneMatch(o -> o.dominates(appraisal.merit(one))))
                  .toList());
    }
  }

  @Property(tries = 20)
  void no_genotype_is_scored_twice_by_one_checkpoint_and_the_budget_is_kept(
      @ForAll Strategy strategy,
      @ForAll("adoptions") Adoption adoption,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int budget,
      @ForAll Random order) {
    Run run = Beside.run(Beside.settings(strategy, adoption, seed, budget), 4, order);

    assertThat(run.proposed()).hasSize(budget);
    assertThat(run.proposed()).extracting(Candidate::id).doesNotHaveDuplicates();
    assertThat(run.proposed())
        .extracting(one -> one.checkpointSha256() + one.architecture().code())
        .doesNotHaveDuplicates();
    assertThat(run.last().evaluations()).isEqualTo(budget);
    assertThat(run.last().end()).contains(EndReason.BUDGET_SPENT);
  }

  @Property(tries = 20)
  void newer_weights_score_all_survivors_anew_before_anything_else(
      @ForAll Strategy strategy,
      @ForAll("adoptions") Adoption adoption,
      @ForAll long seed,
      @ForAll Random order) {
    Run run = Beside.run(Beside.settings(strategy, adoption, seed, 120), 4, order);
    List<Decision.CompleteGeneration> generations = run.generations();

    for (int number = 1; number < generations.size(); number++) {
      Decision.CompleteGeneration before = generations.get(number - 1);
      Decision.CompleteGeneration done = generations.get(number);
      boolean newer = !done.checkpoint().equals(before.checkpoint());
      assertThat(done.evaluated())
          .allMatch(member -> member.candidate().rescored() == newer)
          .allMatch(member -> member.candidate().checkpoint().equals(done.checkpoint()));
      if (newer) {
        List<Candidate> survivors = new ArrayList<>();
        before.population().forEach(member -> survivors.add(member.candidate()));
        before.front().forEach(member -> survivors.add(member.candidate()));
        assertThat(done.evaluated())
            .extracting(member -> member.candidate().architecture())
            .containsExactlyInAnyOrderElementsOf(
                survivors.stream().map(Candidate::architecture).distinct().toList());
        assertThat(done.evaluated())
            .flatExtracting(member -> member.candidate().parents())
            .containsExactlyInAnyOrderElementsOf(
                survivors.stream().map(Candidate::id).distinct().toList());
      }
    }
  }

  @Provide
  Arbitrary<Adoption> adoptions() {
    return Arbitraries.of(SCHEDULED, new Adoption.Scheduled(2), new Adoption.AsItComes());
  }
}
