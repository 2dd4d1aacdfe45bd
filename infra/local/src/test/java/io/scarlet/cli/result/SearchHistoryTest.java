package io.scarlet.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.cli.Histories;
import io.scarlet.events.Member;
import org.junit.jupiter.api.Test;

class SearchHistoryTest {

  private final SearchHistory history = Histories.generations(3);

  @Test
  void candidates_are_told_by_generation_then_by_slot() {
    assertThat(history.evaluated())
        .extracting(Member::getCandidateId)
        .startsWith("g0s0", "g0s1")
        .endsWith("g2s10", "g2s11");
  }

  @Test
  void ancestors_are_parents_and_their_parents_oldest_first() {
    Member grandchild = history.last().getEvaluated().getFirst();

    assertThat(history.ancestors(grandchild))
        .extracting(Member::getCandidateId)
        .containsExactly("g0s0", "g0s5", "g0s10", "g1s0", "g1s5");
  }

  @Test
  void only_candidates_that_the_weights_of_the_front_scored_can_be_compared_with_it() {
    history.generations().getFirst().getEvaluated().forEach(one -> one.setCheckpointSha256("old"));

    assertThat(history.comparable())
        .hasSize(24)
        .allMatch(member -> member.getGeneration() > 0)
        .containsAll(history.front());
    assertThat(Histories.generations(2).comparable()).hasSize(24);
  }

  @Test
  void a_candidate_that_is_scored_anew_is_told_as_such() {
    Member anew = Histories.member(1, 0, 0.8, "g0s0");
    assertThat(SearchHistory.origin(anew)).isEqualTo("CROSSOVER");
    anew.setRescored(true);

    assertThat(SearchHistory.origin(anew)).isEqualTo("RESCORED");
  }

  @Test
  void the_best_is_the_most_accurate_of_the_front() {
    Member best = history.best().orElseThrow();

    assertThat(history.front())
        .allMatch(member -> member.getAccuracy() <= best.getAccuracy())
        .contains(best);
  }
}
