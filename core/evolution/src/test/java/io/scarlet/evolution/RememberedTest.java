package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** What was proposed once is not bred again. */
@Domain(Strategies.class)
@Domain(DomainContext.Global.class)
class RememberedTest {

  @Property(tries = 24)
  void folded_again_with_its_candidates_a_search_is_the_same(
      @ForAll Strategy strategy, @ForAll Mode mode, @ForAll long seed) {
    Run run = Run.of(Changed.of(Searches.macro(strategy, seed, 60, 12)).mode(mode).settings());

    SearchState first = SearchState.initial();
    SearchState again = SearchState.initial();
    List<Decision> decisions = new ArrayList<>();
    for (Fact fact : run.facts) {
      Step step = Step.fold(first, fact);
      Step repeated = Step.again(again, fact, remembered(step));
      first = step.state();
      again = repeated.state();
      decisions.addAll(repeated.decisions());
    }

    assertThat(again).isEqualTo(run.state);
    assertThat(decisions).isEqualTo(run.decisions);
  }

  @Test
  void another_candidate_than_would_be_bred_is_the_one_that_waits() {
    Fact requested = new Fact.Requested(Searches.macro(new RandomSearch(), 1, 60, 3));
    Step step = Step.fold(SearchState.initial(), requested);
    Candidate second = ((Decision.Propose) step.decisions().get(1)).candidate();
    Candidate other =
        new Candidate(
            second.id(),
            Searches.TABLE.space().parse("22222222"),
            second.parents(),
            second.origin(),
            second.costs(),
            second.checkpoint(),
            false);
    SortedMap<Integer, Candidate> remembered = new TreeMap<>(remembered(step).candidates());
    remembered.put(1, other);

    Step again = Step.again(SearchState.initial(), requested, new Remembered(remembered));

    assertThat(again.state().generation().waiting()).hasSize(3).element(1).isEqualTo(other);
  }

  /** What to remember of a step. */
  private static Remembered remembered(Step step) {
    SortedMap<Integer, Candidate> candidates = new TreeMap<>();
    for (int place = 0; place < step.decisions().size(); place++) {
      if (step.decisions().get(place) instanceof Decision.Propose(Candidate candidate)) {
        candidates.put(place, candidate);
      }
    }
    return new Remembered(candidates);
  }
}
