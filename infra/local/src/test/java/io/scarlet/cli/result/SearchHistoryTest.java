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
  void the_best_is_the_most_accurate_of_the_front() {
    Member best = history.best().orElseThrow();

    assertThat(history.front())
        .allMatch(member -> member.getAccuracy() <= best.getAccuracy())
        .contains(best);
  }
}
