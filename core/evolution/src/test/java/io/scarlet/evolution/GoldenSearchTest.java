package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The decisions of one search, recorded. A change of any draw or rule shows here: then recorded
 * searches no longer replay, which is for a release note, not for an accident.
 */
class GoldenSearchTest {

  @Test
  void a_recorded_search_decides_as_it_did() throws IOException {
    String decided =
        Run.of(Searches.macro(42, 36, 8)).decisions.stream()
            .map(GoldenSearchTest::line)
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(decided).isEqualTo(recorded());
  }

  private static String line(Decision decision) {
    return switch (decision) {
      case Decision.Propose(Candidate candidate) ->
          "propose %s %s %s %s"
              .formatted(
                  candidate.id(),
                  candidate.architecture(),
                  candidate.origin(),
                  candidate.parents());
      case Decision.CompleteGeneration done ->
          "complete %d evaluations=%d hypervolume=%s population=%s front=%s end=%s"
              .formatted(
                  done.generation(),
                  done.evaluations(),
                  String.format(Locale.ROOT, "%.9f", done.hypervolume()),
                  codes(done.population()),
                  codes(done.front()),
                  done.end().map(EndReason::label).orElse(""));
      case Decision.ChooseFinalist finalist -> "finalist " + finalist.place();
    };
  }

  private static List<String> codes(List<Member> members) {
    return members.stream().map(member -> member.candidate().architecture().code()).toList();
  }

  private static String recorded() throws IOException {
    try (var in = GoldenSearchTest.class.getResourceAsStream("golden-search.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
