package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search in a steady state: no evaluator waits for the slowest. */
@Domain(Strategies.class)
@Domain(DomainContext.Global.class)
class SteadyStateTest {

  @Property(tries = 16)
  void as_many_wait_for_their_outcome_as_make_a_generation_while_the_budget_lasts(
      @ForAll Strategy strategy,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int budget,
      @ForAll @IntRange(min = 1, max = 9) int size,
      @ForAll Random arrival) {
    Run run = new Run();
    run.fold(new Fact.Requested(settings(strategy, seed, budget, size)));
    int scored = 0;
    while (!run.waiting.isEmpty()) {
      assertThat(run.state.outstanding())
          .isEqualTo(run.waiting.size())
          .isEqualTo(Math.min(size, budget - scored));
      run.fold(Searches.flaky(run.waiting.remove(arrival.nextInt(run.waiting.size()))));
      scored++;
    }

    assertThat(run.last().end()).contains(EndReason.BUDGET_SPENT);
  }

  @Property(tries = 16)
  void no_network_is_proposed_twice_and_the_budget_is_kept(
      @ForAll Strategy strategy,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 80) int budget,
      @ForAll Random arrival) {
    Run run = run(settings(strategy, seed, budget, 7), arrival);

    assertThat(run.proposed()).hasSize(budget);
    assertThat(run.proposed()).extracting(Candidate::architecture).doesNotHaveDuplicates();
    assertThat(run.last().evaluations()).isEqualTo(budget);
  }

  @Property(tries = 16)
  void names_go_on_from_slot_to_slot(@ForAll Strategy strategy, @ForAll Random arrival) {
    Run run = run(settings(strategy, 3, 40, 7), arrival);

    List<CandidateId> ids = run.proposed().stream().map(Candidate::id).toList();
    for (int number = 0; number < ids.size(); number++) {
      assertThat(ids.get(number)).isEqualTo(new CandidateId("s1", number / 7, number % 7));
    }
  }

  @Property(tries = 16)
  void a_generation_is_as_many_outcomes_in_the_order_of_their_folding(
      @ForAll Strategy strategy, @ForAll long seed, @ForAll Random arrival) {
    Run run = run(settings(strategy, seed, 45, 7), arrival);
    List<String> folded =
        run.facts.stream()
            .filter(Fact.Scored.class::isInstance)
            .map(fact -> ((Fact.Scored) fact).candidateId())
            .toList();

    assertThat(run.generations()).hasSize(7);
    assertThat(run.generations())
        .extracting(done -> done.evaluated().size())
        .containsExactly(7, 7, 7, 7, 7, 7, 3);
    assertThat(run.generations())
        .flatExtracting(Decision.CompleteGeneration::evaluated)
        .extracting(member -> member.candidate().id().toString())
        .containsExactlyElementsOf(folded);
  }

  @Property(tries = 16)
  void r3_folding_the_recorded_facts_anew_goes_on_as_if_nothing_had_happened(
      @ForAll Strategy strategy, @ForAll long seed, @ForAll Random arrival) {
    Run run = run(settings(strategy, seed, 60, 7), arrival);

    run.assertGoesOnAfter(arrival.nextInt(run.facts.size()));
  }

  @Property(tries = 10)
  void the_front_is_that_of_all_outcomes(@ForAll Strategy strategy, @ForAll Random arrival) {
    Run run = run(settings(strategy, 5, 60, 7), arrival);
    SearchSettings inOneGeneration =
        Changed.of(settings(strategy, 5, 60, 7)).mode(Mode.GENERATIONAL).settings();
    Archive all = run.state.archive();
    SearchState before =
        new SearchState(
            run.state.settings(),
            run.state.weights(),
            Control.RESUME,
            "",
            new OpenGeneration(0, List.of(), all.evaluated()),
            List.of(),
            Archive.EMPTY,
            Optional.empty());

    Standing standing = new Selection(inOneGeneration, new Appraisal(inOneGeneration)).of(before);
    assertThat(all.front()).isEqualTo(standing.front());
  }

  @Test
  void the_next_candidate_knows_of_the_outcome_before_it() {
    SearchSettings settings = settings(new Nsga2(), 2, 60, 4);
    Run run = run(settings, new Random(1));
    List<CandidateId> outcomes = new ArrayList<>();
    SearchState state = SearchState.initial();
    boolean atOnce = false;
    for (Fact fact : run.facts) {
      Step step = Step.fold(state, fact);
      state = step.state();
      for (Decision decision : step.decisions()) {
        if (decision instanceof Decision.Propose(Candidate next)) {
          assertThat(outcomes)
              .containsAll(next.parents().stream().filter(id -> !isOf(fact, id)).toList());
          atOnce |= next.parents().stream().anyMatch(id -> isOf(fact, id));
        }
      }
      if (fact instanceof Fact.Scored scored) {
        outcomes.add(CandidateId.parse(scored.candidateId()).orElseThrow());
      }
    }

    assertThat(atOnce).isTrue();
  }

  @Test
  void a_pause_proposes_nothing_until_the_search_goes_on() {
    Run run = new Run();
    run.fold(new Fact.Requested(settings(new Nsga2(), 1, 20, 4)));
    run.fold(new Fact.Controlled(Control.PAUSE, ""));
    for (int score = 0; score < 3; score++) {
      assertThat(run.fold(Searches.measured(run.waiting.removeFirst())).decisions()).isEmpty();
    }
    assertThat(run.fold(new Fact.Controlled(Control.RESUME, "")).decisions()).hasSize(3);
    assertThat(run.state.outstanding()).isEqualTo(4);
  }

  @Test
  void a_search_that_is_paused_with_its_budget_spent_still_ends() {
    Run run = new Run();
    run.fold(new Fact.Requested(settings(new Nsga2(), 1, 2, 4)));
    run.fold(new Fact.Controlled(Control.PAUSE, ""));
    run.fold(Searches.measured(run.waiting.removeFirst()));
    run.fold(Searches.measured(run.waiting.removeFirst()));

    assertThat(run.last().end()).contains(EndReason.BUDGET_SPENT);
  }

  @Test
  void a_stop_and_a_limit_end_with_what_is_scored() {
    Run run = new Run();
    run.fold(new Fact.Requested(settings(new Nsga2(), 1, 20, 4)));
    run.fold(Searches.measured(run.waiting.remove(2)));
    run.fold(new Fact.Controlled(Control.STOP, ""));
    assertThat(run.last().evaluated()).hasSize(1);
    assertThat(run.fold(Searches.measured(run.waiting.removeFirst())).rejection()).isPresent();

    SearchSettings limited =
        Changed.of(settings(new Nsga2(), 1, 20, 4)).limits(new Limits(20, 2, 0, 0.1)).settings();
    assertThat(run(limited, new Random(1)).last().end()).contains(EndReason.GENERATIONS_DONE);
  }

  static List<Strategy> strategies() {
    return Strategy.all();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_small_space_is_searched_to_its_last_network(Strategy strategy) {
    SearchSettings tiny =
        Changed.of(Searches.settings(Searches.TINY, 1, 100, 4))
            .strategy(strategy)
            .mode(Mode.STEADY_STATE)
            .settings();

    Run run = Run.of(tiny, candidate -> Searches.scored(candidate, 0.5), waiting -> 0);

    assertThat(run.proposed()).hasSize(9);
    assertThat(run.last().end()).contains(EndReason.SPACE_EXHAUSTED);
  }

  private static boolean isOf(Fact fact, CandidateId id) {
    return fact instanceof Fact.Scored scored && scored.candidateId().equals(id.toString());
  }

  private static SearchSettings settings(Strategy strategy, long seed, int budget, int size) {
    return Changed.of(Searches.macro(strategy, seed, budget, 10))
        .mode(Mode.STEADY_STATE)
        .candidatesAGeneration(size)
        .settings();
  }

  private static Run run(SearchSettings settings, Random arrival) {
    return Run.of(settings, Searches::flaky, waiting -> arrival.nextInt(waiting.size()));
  }
}
