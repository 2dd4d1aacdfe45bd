package io.scarlet.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.cli.Histories;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.cli.view.PlainView;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.Costs;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchFailed;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SearchFollowerTest {

  private final SearchHistory history = Histories.generations(3);
  private final StringWriter shown = new StringWriter();
  private final SearchFollower follower =
      new SearchFollower(history.request(), new PlainView(new PrintWriter(shown)));

  @Test
  void a_search_has_ended_with_its_last_generation() {
    for (GenerationCompleted generation : history.generations()) {
      assertThat(follower.ended()).isFalse();
      follower.take(generation, 0);
    }

    assertThat(follower.ended()).isTrue();
    assertThat(follower.history().generations()).isEqualTo(history.generations());
    assertThat(shown.toString())
        .contains("generation 2: 36 of 36 evaluated, front 4, best accuracy");
  }

  @Test
  void a_search_with_finalists_has_ended_when_the_last_of_them_is_trained() {
    history.generations().getLast().setFinalists(2);
    history.generations().forEach(generation -> follower.take(generation, 0));
    follower.take(chosen(1, "0120313"), 0);
    follower.take(chosen(2, "1111111"), 0);
    follower.take(trained(1, "0120313", null), 0);
    follower.take(trained(1, "0120313", null), 0);
    assertThat(follower.ended()).isFalse();

    follower.take(trained(2, "1111111", "the folder is gone"), 0);

    assertThat(follower.ended()).isTrue();
    assertThat(follower.history().finalists())
        .extracting(finalist -> finalist.testAccuracy().isPresent())
        .containsExactly(true, false);
    assertThat(shown.toString())
        .containsOnlyOnce("finalist 0120313: test accuracy 88.00 % by itself")
        .contains("finalist 1111111 has no model: the folder is gone");
  }

  private static FinalistChosen chosen(int place, String code) {
    return FinalistChosen.newBuilder()
        .setSearchId("s")
        .setCandidateId("c" + place)
        .setCode(code)
        .setWhy("knee")
        .setPlace(place)
        .setFinalists(2)
        .setCosts(new Costs(1L, 2L, 3))
        .build();
  }

  private static ModelTrained trained(int place, String code, String failure) {
    return ModelTrained.newBuilder()
        .setSearchId("s")
        .setCandidateId("c" + place)
        .setCode(code)
        .setCosts(new Costs(1L, 2L, 3))
        .setTestAccuracy(failure == null ? 0.88 : 0)
        .setFailure(failure)
        .build();
  }

  @Test
  void a_record_that_comes_twice_counts_once() {
    follower.take(history.generations().getFirst(), 0);
    follower.take(history.generations().getFirst(), 1);

    assertThat(follower.history().generations()).hasSize(1);
  }

  @Test
  void the_first_score_is_told_once_with_its_time() {
    follower.take(scored("a"), 42);
    follower.take(scored("b"), 43);

    assertThat(follower.firstScore()).hasValue(42);
    assertThat(shown.toString()).containsOnlyOnce("the first candidate is scored");
  }

  @Test
  void a_service_that_gives_up_ends_the_search_with_its_reason() {
    SearchFailed failed = new SearchFailed("s", "trainer", "the folder is empty: fill it");

    assertThatThrownBy(() -> follower.take(failed, 0))
        .isInstanceOf(SearchFailedException.class)
        .hasMessage("the trainer: the folder is empty: fill it");
  }

  private static CandidateScored scored(String candidate) {
    return CandidateScored.newBuilder()
        .setCandidateId(candidate)
        .setSearchId("s")
        .setStatus(ScoreStatus.SCORED)
        .setAccuracy(0.9)
        .setMilliseconds(1)
        .setEvaluatorId("e")
        .build();
  }
}
