package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What the dashboard shows of a search is what the evolver says of it. */
@Timeout(300)
class DashboardContentIT {

  private static final String FAST_NETWORKS =
      """
      name: fast
      seed: 5
      space:
        name: fast
        input: 28x28x1
        classes: 10
        activation: relu
        stem:
          - conv: {channels: 4, kernel: 3, stride: 4}
        choices: [e2k3, e4k3, skip]
        stages:
          - {channels: 6, stride: 2, layers: 4}
        tail:
          - pool
      training: {epochs: 2}
      evaluation: {recalibrationBatches: 1, latency: {runs: 3, warmUp: 1}}
      evolution:
        strategy: NSGA2
        evaluations: 24
        population: 6
        objectives:
          - {name: accuracy, direction: MAXIMIZE}
          - {name: latency, direction: MINIMIZE}
        constraints:
          - {name: depth, atMost: 3}
      finalists: {count: 0}
      """;

  /** Places in the plot of accuracy over latency. */
  private static final String PLOT =
      """
      const echarts = await import('/_static/echarts/dist/echarts.esm.min.js');
      const chart = echarts.getInstanceByDom(document.querySelector('[role="application"]'));
      const id = decodeURIComponent(location.hash.split('/').at(-1));
      """;

  /** Of the candidates with parents, the one with the most room around it. */
  private static final String CHILD =
      PLOT
          + """
          const candidates = await (await fetch(`/searches/${id}/candidates`)).json();
          const spots = candidates.map((candidate) => {
            const place = [candidate.latency, 100 * candidate.accuracy];
            const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, place);
            return { candidate, x, y };
          });
          const room = (one) =>
            Math.min(...spots.filter((each) => each !== one).map((each) => Math.hypot(each.x - one.x, each.y - one.y)));
          const [{ candidate, x, y }] = spots
            .filter((each) => each.candidate.parents.length > 0)
            .sort((a, b) => room(b) - room(a));
          return [candidate.id, Math.round(x), Math.round(y)].join(' ');
          """;

  private static final String FRONT =
      PLOT
          + """
          const { data } = chart.getOption().series.find((each) => each.name === 'front');
          return data.map(({ value: [latency, accuracy] }) => `${latency} ${(accuracy / 100).toFixed(6)}`);
          """;

  @TempDir private static Path folder;
  private static BrowsedStack stack;
  private static Browser browser;
  private static SearchPage page;
  private static String id;

  @BeforeAll
  static void aSearchOfFastNetworksHasEnded() throws Exception {
    stack = BrowsedStack.start(folder, Map.of());
    browser = stack.browser();
    page = new SearchPage(browser);
    Path request = Files.writeString(folder.resolve("fast.yaml"), FAST_NETWORKS);
    id = stack.submit("--config=" + request);
    stack.awaitPhase(id, "ENDED");
  }

  @AfterAll
  static void nothingIsLeft() throws Exception {
    if (stack != null) {
      stack.stop();
    }
  }

  @BeforeEach
  void aPersonLooksAtIt() throws Exception {
    browser.open("about:blank");
    browser.open(stack.address() + "/#/searches/" + id);
    page.awaitLive();
    browser.await("all candidates", () -> page.shown("Front and candidates").endsWith("of 24"));
  }

  @AfterEach
  void theConsoleIsSilent() {
    browser.prefer("light");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void the_mouse_over_a_point_shows_its_network_and_parents_and_a_click_draws_it()
      throws Exception {
    String[] spot = browser.run(CHILD).toString().split(" ", 3);
    JsonNode child = answer("candidates/" + spot[0]);
    String code = child.at("/candidate/code").asText();

    browser.hover(page.plot(), Integer.parseInt(spot[1]), Integer.parseInt(spot[2]));

    browser.find(By.cssSelector(".hover > .code[aria-label='" + code + "']"));
    for (JsonNode parent : child.at("/candidate/parents")) {
      String from = answer("candidates/" + parent.asText()).at("/candidate/code").asText();
      browser.find(By.cssSelector(".hover .parent > .code[aria-label='" + from + "']"));
    }
    String latency = milliseconds(child.at("/candidate/latency"));
    assertThat(browser.find(By.className("hover")).getText()).contains("latency", latency);

    browser.clickHere();

    browser.find(By.xpath("//dialog//h2[.='Network " + code + "']"));
    browser.find(By.cssSelector("dialog svg.drawing"));
    assertThat(browser.find(By.cssSelector("dialog .facts")).getText()).contains(latency);
    assertThat(PageAudit.of(browser)).isEmpty();
  }

  @Test
  void the_keyboard_keeps_its_place_on_the_front_while_a_network_is_looked_at() throws Exception {
    int networks = answer("front").size();
    browser.tabTo(page.plot());
    browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(page.told()).startsWith(1 + 1 % networks + " of " + networks);

    browser.type(Keys.ENTER);
    browser.find(By.cssSelector("dialog svg.drawing"));
    browser.type(Keys.ESCAPE);
    browser.find(By.cssSelector(".hover .code"));
    browser.type(Keys.ARROW_RIGHT);

    assertThat(page.told()).startsWith(1 + 2 % networks + " of " + networks);
  }

  @Test
  void the_slider_goes_back_to_an_earlier_generation() throws Exception {
    long first =
        all(answer("candidates")).filter(each -> each.path("generation").asInt() == 0).count();

    browser.find(By.id("until")).sendKeys(Keys.HOME);

    browser.await(
        "the first generation", () -> page.shown("Front and candidates").endsWith("of " + first));
  }

  @Test
  void the_red_front_is_that_of_the_search_without_what_breaks_a_constraint() throws Exception {
    assertThat(all(answer("candidates"))).anyMatch(each -> !each.path("feasible").asBoolean(true));
    browser.find(By.xpath("//*[contains(@class, 'ages')]//*[contains(., 'breaks a constraint')]"));

    List<String> front =
        all(answer("front"))
            .map(
                each ->
                    "%s %.6f"
                        .formatted(each.path("latency").asText(), each.path("accuracy").asDouble()))
            .distinct()
            .toList();

    assertThat((List<?>) browser.run(FRONT))
        .map(Object::toString)
        .containsExactlyInAnyOrderElementsOf(front);
  }

  @Test
  void what_a_network_takes_and_whether_it_keeps_the_constraints_stands_in_the_table()
      throws Exception {
    assertThat(page.headings("Front and candidates")).contains("Latency", "Constraints");
    assertThat(page.headings("The front")).contains("Latency").doesNotContain("Constraints");
    String front = page.section("The front").getText();

    all(answer("front")).limit(10).forEach(each -> assertThat(front).contains(timed(each)));
  }

  @Test
  void the_training_of_the_supernet_and_its_fairness_are_shown() throws Exception {
    JsonNode training = answer("training");
    List<String> reports =
        all(training.path("reports"))
            .map(each -> "%.4f".formatted(each.path("loss").asDouble()))
            .toList();
    assertThat(reports).isNotEmpty();
    assertThat(page.painted("Training of the supernet")).isTrue();
    assertThat(page.open("Training of the supernet")).contains(reports);

    List<String> counts =
        all(training.path("counts"))
            .flatMap(layer -> all(layer.path("counts")))
            .map(count -> "%,d times".formatted(count.asInt()))
            .toList();
    assertThat(counts).isNotEmpty();
    assertThat(page.section("Fairness").findElements(By.className("heat")))
        .map(cell -> cell.getDomAttribute("title"))
        .isEqualTo(counts);
  }

  @Test
  void the_choices_that_lead_are_shown_generation_by_generation() throws Exception {
    List<String> leaders =
        all(answer("generations"))
            .map(
                generation ->
                    String.join(
                        "",
                        all(generation.path("leading"))
                            .map(each -> Integer.toString(each.path("choice").asInt(), 36))
                            .toList()))
            .toList();

    assertThat(page.painted("Leading choice in each layer")).isTrue();
    page.open("Leading choice in each layer");

    assertThat(
            page.section("Leading choice in each layer").findElements(By.cssSelector("td > .code")))
        .map(strip -> strip.getDomAttribute("aria-label"))
        .isEqualTo(leaders.reversed());
  }

  @Test
  void who_scored_is_shown() throws Exception {
    JsonNode evaluator = answer("evaluators").get(0);

    assertThat(page.section("Evaluators").getText())
        .contains("1 seen. 0 candidates wait for a score.")
        .contains(evaluator.path("id").asText() + " " + evaluator.path("outcomes").asText());
  }

  @Test
  void what_failed_is_shown_with_its_reason() throws Exception {
    String blind =
        stack.ask(
            """
            {"name": "blind", "space": "fashion-quick", "data": {"set": "/there/are/no/pictures"}}
            """);
    stack.awaitPhase(blind, "FAILED");
    JsonNode failure = stack.answer("/searches/" + blind + "/failures").get(0);

    browser.open(stack.address() + "/#/searches/" + blind);

    browser.find(By.cssSelector("[data-phase='FAILED']"));
    browser.await("the failure", () -> page.section("Failures").getText().contains("trainer"));
    assertThat(page.section("Failures").getText()).contains(failure.path("reason").asText());
  }

  @Test
  void light_and_dark_follow_the_system_and_both_can_be_read_by_everybody() throws Exception {
    for (String scheme : List.of("dark", "light")) {
      browser.prefer(scheme);
      browser.await(scheme, () -> page.background().equals(scheme));
      assertThat(PageAudit.of(browser)).as(scheme).isEmpty();
    }
    browser.open(stack.address());
    browser.find(By.linkText(id));
    assertThat(PageAudit.of(browser)).isEmpty();
  }

  private static JsonNode answer(String part) throws Exception {
    return stack.answer("/searches/" + id + "/" + part);
  }

  private static Stream<JsonNode> all(JsonNode many) {
    return StreamSupport.stream(many.spliterator(), false);
  }

  private static String milliseconds(JsonNode latency) {
    return String.format(Locale.ROOT, "%.3f ms", latency.asDouble());
  }

  private static String timed(JsonNode candidate) {
    return "%.2f %% %s"
        .formatted(
            100 * candidate.path("accuracy").asDouble(), milliseconds(candidate.path("latency")));
  }
}
