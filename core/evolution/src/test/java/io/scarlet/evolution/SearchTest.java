package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evolution.breeding.Origin;
import io.scarlet.space.CostModel;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a search does from its request to its end. */
class SearchTest {

  @Property(tries = 25)
  void no_genotype_is_proposed_twice_and_the_budget_is_kept(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 150) int budget,
      @ForAll @IntRange(min = 2, max = 40) int population) {
    Run run = Run.of(Searches.macro(seed, budget, population));

    assertThat(run.proposed()).hasSize(budget);
    assertThat(run.proposed()).extracting(Candidate::architecture).doesNotHaveDuplicates();
    assertThat(run.proposed())
        .extracting(Candidate::architecture)
        .allMatch(found -> Searches.TABLE.space().canonical(found).equals(found));
    assertThat(run.last().evaluations()).isEqualTo(budget);
    assertThat(run.last().end()).contains(EndReason.BUDGET_SPENT);
    assertThat(run.generations()).filteredOn(done -> done.end().isPresent()).hasSize(1);
  }

  @Test
  void candidates_are_named_by_their_place_and_carry_their_costs() {
    Run run = Run.of(Searches.macro(1, 5, 2));

    assertThat(run.proposed())
        .extracting(candidate -> candidate.id().toString())
        .containsExactly("s1-g000-s00", "s1-g000-s01", "s1-g001-s00", "s1-g001-s01", "s1-g002-s00");
    assertThat(run.proposed())
        .allMatch(
            candidate ->
                candidate
                    .costs()
                    .equals(CostModel.of(Searches.TABLE.space(), candidate.architecture())));
  }

  @Test
  void parents_are_survivors_of_the_generation_before() {
    Run run = Run.of(Searches.macro(3, 90, 10));
    List<Decision.CompleteGeneration> generations = run.generations();

    assertThat(run.proposed()).anyMatch(candidate -> candidate.parents().size() == 2);
    for (Candidate candidate : run.proposed()) {
      int generation = candidate.id().generation();
      if (generation == 0) {
        assertThat(candidate.parents()).isEmpty();
        assertThat(candidate.origin()).isEqualTo(Origin.SEEDED);
      } else {
        assertThat(generations.get(generation - 1).population())
            .extracting(member -> member.candidate().id())
            .containsAll(candidate.parents());
      }
    }
  }

  @Test
  void the_front_is_what_nobody_dominates_among_all_evaluations() {
    Run run = Run.of(Searches.macro(5, 120, 20));
    List<Evaluation> all =
        run.generations().stream()
            .flatMap(done -> done.evaluated().stream())
            .map(Member::evaluation)
            .toList();

    List<Evaluation> front = run.last().front().stream().map(Member::evaluation).toList();

    assertThat(front)
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(one -> all.stream().noneMatch(o -> better(o, one))).toList());
    assertThat(front).isSortedAccordingTo((a, b) -> Double.compare(accuracy(b), accuracy(a)));
  }

  @Test
  void the_hypervolume_never_falls() {
    List<Double> volumes =
        Run.of(Searches.macro(5, 120, 20)).generations().stream()
            .map(Decision.CompleteGeneration::hypervolume)
            .toList();

    assertThat(volumes).isSorted().allMatch(volume -> volume > 0 && volume < 1);
  }

  @Test
  void a_small_space_is_searched_to_its_last_network() {
    Run run =
        Run.of(
            Searches.settings(Searches.TINY, 1, 100, 4),
            candidate -> Searches.scored(candidate, 0.5),
            waiting -> 0);

    assertThat(run.proposed()).hasSize(9);
    assertThat(run.last().end()).contains(EndReason.SPACE_EXHAUSTED);
    assertThat(run.last().evaluations()).isEqualTo(9);
  }

  @Test
  void when_chance_finds_nothing_new_the_first_network_that_is_left_is_taken() {
    SearchSettings inbred =
        new SearchSettings(
            "s1",
            1,
            Searches.TINY,
            false,
            new Adoption.Last(),
            Limits.evaluations(9),
            Mode.GENERATIONAL,
            new Nsga2(),
            0,
            2,
            1,
            1e-12,
            List.of(Searches.ACCURACY),
            List.of(),
            0,
            Past.NONE);

    Run run = Run.of(inbred, candidate -> Searches.scored(candidate, 0.5), waiting -> 0);

    assertThat(run.proposed()).hasSize(9);
    assertThat(run.proposed()).extracting(Candidate::origin).contains(Origin.ENUMERATED);
  }

  @Test
  void failed_candidates_rank_behind_all_others_and_a_generation_of_failures_still_closes() {
    Run run = Run.of(Searches.macro(1, 20, 10), Searches::failed, waiting -> 0);

    assertThat(run.last().failures()).isEqualTo(20);
    assertThat(run.last().front()).isEmpty();
    assertThat(run.last().hypervolume()).isZero();

    Run mixed =
        Run.of(
            Searches.macro(1, 10, 10),
            candidate ->
                candidate.id().slot() < 3
                    ? Searches.failed(candidate)
                    : Searches.measured(candidate),
            waiting -> 0);
    assertThat(mixed.last().population().subList(7, 10))
        .allMatch(member -> member.evaluation().failed());
    assertThat(mixed.last().population().subList(0, 7))
        .noneMatch(member -> member.evaluation().failed());
  }

  @Test
  void networks_beyond_a_constraint_rank_behind_those_that_keep_it_and_never_enter_the_front() {
    SearchSettings bounded =
        Changed.of(Searches.macro(2, 200, 20))
            .constraint(new Constraint(Measure.MACS, 0, 40e6))
            .settings();

    Decision.CompleteGeneration last = Run.of(bounded).last();

    assertThat(last.front()).isNotEmpty();
    assertThat(last.front()).allMatch(member -> member.candidate().costs().macs() <= 40e6);
    assertThat(last.population()).allMatch(member -> member.candidate().costs().macs() <= 40e6);
  }

  @Test
  void a_search_with_a_supernet_waits_for_its_last_checkpoint_in_whatever_order_it_comes() {
    Checkpoint weights = Searches.weights(200, true);
    Fact requested = new Fact.Requested(Searches.supernet(4, 2));
    Run run = new Run();

    assertThat(run.fold(requested).decisions()).isEmpty();
    assertThat(run.fold(new Fact.CheckpointPublished(Searches.weights(100, false))).decisions())
        .isEmpty();
    assertThat(run.fold(new Fact.CheckpointPublished(weights)).decisions()).hasSize(2);
    assertThat(run.proposed())
        .allMatch(candidate -> candidate.checkpoint().equals(Optional.of(weights)));

    Run early = new Run();
    early.fold(new Fact.CheckpointPublished(weights));
    assertThat(early.fold(requested).decisions()).isEqualTo(run.decisions);
  }

  @Test
  void a_score_without_the_loss_that_is_wanted_is_a_failure_so_that_the_generation_closes() {
    Run run = new Run();
    run.fold(
        new Fact.Requested(
            Changed.of(Searches.supernet(4, 2)).objectives(Searches.LOSS).settings()));
    run.fold(new Fact.CheckpointPublished(Searches.weights(200, true)));
    List<Candidate> first = List.copyOf(run.waiting);
    run.fold(Searches.scored(first.get(0), 0.9));
    run.fold(Searches.scored(first.get(1), 0.2, 1.5));

    assertThat(run.last().failures()).isEqualTo(1);
    assertThat(run.last().front())
        .singleElement()
        .matches(member -> member.candidate().equals(first.get(1)));
  }

  @Test
  void a_pause_opens_no_new_generation_until_the_search_goes_on() {
    Run run = new Run();
    run.fold(new Fact.Requested(Searches.macro(1, 6, 2)));
    run.fold(new Fact.Controlled(Control.PAUSE, ""));
    run.fold(Searches.measured(run.waiting.removeFirst()));

    assertThat(run.fold(Searches.measured(run.waiting.removeFirst())).decisions())
        .singleElement()
        .isInstanceOf(Decision.CompleteGeneration.class);
    assertThat(run.fold(new Fact.Controlled(Control.RESUME, "")).decisions()).hasSize(2);
  }

  @Test
  void a_stop_ends_with_what_is_scored() {
    Run run = new Run();
    run.fold(new Fact.Requested(Searches.macro(1, 6, 3)));
    run.fold(Searches.measured(run.waiting.get(1)));
    run.fold(new Fact.Controlled(Control.STOP, ""));

    assertThat(run.last().end()).contains(EndReason.STOPPED);
    assertThat(run.last().evaluated())
        .extracting(member -> member.candidate().id().slot())
        .containsExactly(1);
    assertThat(run.fold(Searches.measured(run.waiting.get(0))).rejection())
        .map(Rejection::reason)
        .contains(Rejection.Reason.NOT_RUNNING);
  }

  @Test
  void a_search_can_be_stopped_before_it_began() {
    Run run = new Run();
    run.fold(new Fact.Requested(Searches.supernet(4, 2)));
    run.fold(new Fact.Controlled(Control.STOP, ""));

    assertThat(run.last().end()).contains(EndReason.STOPPED);
    assertThat(run.last().evaluated()).isEmpty();
  }

  private static boolean better(Evaluation one, Evaluation other) {
    long cost = one.candidate().costs().macs() - other.candidate().costs().macs();
    return accuracy(one) >= accuracy(other)
        && cost <= 0
        && (accuracy(one) > accuracy(other) || cost < 0);
  }

  private static double accuracy(Evaluation evaluation) {
    return evaluation.reading().accuracy();
  }
}
