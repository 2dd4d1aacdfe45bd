package io.scarlet.evolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of the dashboard can be read in both of its themes: WCAG 2.2, criterion 1.4.3. */
class DashboardContrastTest {

  private static final String FILE = "/META-INF/resources/dashboard/style.css";
  private static final double LEAST = 4.5;

  private static final Pattern THEME =
      Pattern.compile("^ *(:root[^\\s{]*) \\{(.*?)\\}", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COLOR = Pattern.compile("--([\\w-]+): #([0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource({
    "ink, paper",
    "ink, surface",
    "ink, raised",
    "ink, fixed",
    "muted, paper",
    "muted, surface",
    "muted, raised",
    "muted, grid",
    "scarlet, paper",
    "scarlet, surface",
    "scarlet, scarlet-soft",
    "surface, scarlet",
    "paper, ink",
    "green, grid",
    "blue, grid",
    "amber, grid",
    "on-block, skip"
  })
  void text_stands_out_from_what_it_lies_on(String text, String ground) throws IOException {
    assertThat(themes())
        .allSatisfy(
            theme ->
                assertThat(contrast(theme.get(text), theme.get(ground)))
                    .isGreaterThanOrEqualTo(LEAST));
  }

  @Test
  void the_dark_theme_is_the_same_whether_the_system_or_a_person_asks_for_it() throws IOException {
    List<Map<String, Integer>> themes = themes();

    assertThat(themes).hasSize(3);
    assertThat(themes.get(1)).isEqualTo(themes.get(2)).hasSameSizeAs(themes.get(0));
  }

  @Test
  void contrast_is_that_of_the_guidelines() {
    assertThat(contrast(0x000000, 0xffffff)).isEqualTo(21);
    assertThat(contrast(0x777777, 0xffffff)).isBetween(4.47, 4.48);
  }

  /** Light, dark by a person's choice, dark by the system's. */
  private static List<Map<String, Integer>> themes() throws IOException {
    try (InputStream file = DashboardContrastTest.class.getResourceAsStream(FILE)) {
      return THEME
          .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(theme -> colors(theme.group(2)))
          .toList();
    }
  }

  private static Map<String, Integer> colors(String theme) {
    return COLOR
        .matcher(theme)
        .results()
        .collect(
            Collectors.toMap(
                color -> color.group(1), color -> Integer.parseInt(color.group(2), 16)));
  }

  private static double contrast(int one, int other) {
    double more = Math.max(luminance(one), luminance(other));
    double less = Math.min(luminance(one), luminance(other));
    return (more + 0.05) / (less + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
