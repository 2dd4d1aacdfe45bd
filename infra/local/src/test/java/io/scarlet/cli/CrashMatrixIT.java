package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.SearchRequested;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever is killed, and whenever, the search comes to the same result: each process early, in the
 * middle and late, by what lies on the log.
 *
 * <p>The whole matrix takes minutes: {@code -Dcrashes=all} runs it, a part of it always runs.
 */
@Timeout(480)
class CrashMatrixIT {

  private static final int EVALUATIONS = 160;

  @TempDir private static Path folder;
  private static Path table;
  private static Path pictures;

  @BeforeAll
  static void search_undisturbed() throws Exception {
    table =
        Searches.run(Searches.ofTheTable(EVALUATIONS), folder.resolve("table"), Disturbance.NONE);
    pictures = Searches.run(Searches.ofPictures(), folder.resolve("pictures"), Disturbance.NONE);
  }

  @ParameterizedTest
  @CsvSource({"everything, 3, 60, 130"})
  void a_search_by_a_table_comes_to_the_same_result(String killed, int early, int middle, int late)
      throws Exception {
    assertSame(Searches.ofTheTable(EVALUATIONS), table, killed, early, middle, late);
  }

  @ParameterizedTest
  @EnabledIfSystemProperty(named = "crashes", matches = "all")
  @CsvSource({
    "evaluator-1, 3, 60, 130",
    "evolver, 3, 60, 130",
    "registry, 0, 60, 130",
    "broker, 3, 60, 130"
  })
  void so_it_does_whichever_process_is_killed(String killed, int early, int middle, int late)
      throws Exception {
    assertSame(Searches.ofTheTable(EVALUATIONS), table, killed, early, middle, late);
  }

  /** The events are steps of the training first, then scores. */
  @ParameterizedTest
  @CsvSource({"trainer, 0, 4, 8"})
  void a_search_with_a_training_comes_to_the_same_result_and_weights(
      String killed, int early, int middle, int late) throws Exception {
    assertSame(Searches.ofPictures(), pictures, killed, early, middle, late);
  }

  @ParameterizedTest
  @EnabledIfSystemProperty(named = "crashes", matches = "all")
  @CsvSource({"everything, 1, 5, 10"})
  void so_it_does_when_everything_is_killed_in_the_middle_of_training(
      String killed, int early, int middle, int late) throws Exception {
    assertSame(Searches.ofPictures(), pictures, killed, early, middle, late);
  }

  private void assertSame(SearchRequested request, Path undisturbed, String killed, int... moments)
      throws Exception {
    List<Kill> kills = Arrays.stream(moments).mapToObj(after -> new Kill(killed, after)).toList();
    List<String> struck = new ArrayList<>();

    Path disturbed =
        Searches.run(
            request,
            folder.resolve(request.getName() + "-" + killed),
            new Kills(kills, struck::add));

    assertThat(struck).hasSameSizeAs(kills);
    assertThat(SameResults.difference(undisturbed, disturbed)).isEmpty();
  }
}
