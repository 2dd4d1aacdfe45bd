package io.scarlet.evolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.Objective;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a search may want can be an axis of the dashboard. */
class DashboardMeasuresTest {

  private static final String FILE = "/META-INF/resources/dashboard/format.js";
  private static final Pattern MEASURES =
      Pattern.compile("export const MEASURES = \\{\n(.*?)\n\\};", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("^  (\\w+): ", Pattern.MULTILINE);

  @Test
  void its_measures_are_those_that_the_schema_names() throws IOException {
    Object named = Objective.getClassSchema().getField("name").getObjectProp("choices");

    assertThat(measures()).map(Object.class::cast).hasSameElementsAs((Collection<?>) named);
  }

  private static List<String> measures() throws IOException {
    try (InputStream file = DashboardMeasuresTest.class.getResourceAsStream(FILE)) {
      Matcher found = MEASURES.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(found.find()).as("MEASURES in " + FILE).isTrue();
      return KEY.matcher(found.group(1)).results().map((MatchResult key) -> key.group(1)).toList();
    }
  }
}
