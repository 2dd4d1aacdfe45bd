package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The same for a search by prediction: another draw, rule or rounding shows here. Its scores go
 * through logarithms and a linear solver, so it also holds that these give the same on any machine.
 */
class GoldenPredictorTest {

  @Test
  void a_recorded_search_decides_as_it_did() throws IOException {
    String decided =
        Run.of(Searches.macro(new Predictor(), 42, 72, 64)).decisions.stream()
            .map(GoldenPredictorTest::line)
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(decided).isEqualTo(recorded());
  }

  private static String line(Decision decision) {
    return switch (decision) {
      case Decision.Propose(Candidate candidate) ->
          "propose %s %s %s"
              .formatted(candidate.id(), candidate.architecture(), candidate.origin());
      case Decision.CompleteGeneration done ->
          "complete %d evaluations=%d hypervolume=%s front=%s"
              .formatted(
                  done.generation(),
                  done.evaluations(),
                  String.format(Locale.ROOT, "%.9f", done.hypervolume()),
                  done.front().stream()
                      .map(member -> member.candidate().architecture().code())
                      .toList());
      case Decision.ChooseFinalist finalist -> "finalist " + finalist.place();
    };
  }

  private static String recorded() throws IOException {
    try (var in = GoldenPredictorTest.class.getResourceAsStream("golden-predictor.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
