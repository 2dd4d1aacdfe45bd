package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The dashboard in a real browser, on a stack as a person starts it. */
@Timeout(300)
class DashboardIT {

  /** So many evaluations that the search still runs when it is stopped. */
  private static final String MANY = "6000";

  private static final String WITH_A_FINALIST =
      """
      name: tiny
      space:
        name: tiny
        input: 28x28x1
        classes: 10
        activation: relu
        stem:
          - conv: {channels: 4, kernel: 3, stride: 4}
        choices: [e2k3, skip]
        stages:
          - {channels: 6, stride: 2, layers: 2}
        tail:
          - pool
      training: {epochs: 1}
      evolution: {evaluations: 4, population: 2}
      finalists: {count: 1, epochs: 1}
      """;

  /** Connections that open and say nothing, and what somebody who listens is told of them. */
  private static final String SILENT =
      """
      const { LiveSearch } = await import('/dashboard/live.js');
      const links = async (silence, count) => {
        const real = window.fetch;
        window.fetch = async (path, { signal }) => {
          const start = (stream) => signal.addEventListener('abort', () => stream.error(signal.reason));
          return new Response(new ReadableStream({ start }));
        };
        const live = new LiveSearch('silent', silence);
        const told = [];
        await new Promise((enough) =>
          live.addEventListener('link', ({ detail }) => told.push(detail) === count && enough()),
        );
        live.close();
        window.fetch = real;
        return told;
      };
      """;

  @TempDir private static Path folder;
  private static BrowsedStack stack;
  private static Browser browser;
  private static String address;

  @BeforeAll
  static void aStackServes() throws Exception {
    stack = BrowsedStack.start(folder, Map.of());
    browser = stack.browser();
    address = stack.address();
  }

  @AfterAll
  static void nothingIsLeft() throws Exception {
    if (stack != null) {
      stack.stop();
    }
  }

  @AfterEach
  void theConsoleIsSilent() {
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void a_search_is_watched_paused_resumed_forked_and_stopped() throws Exception {
    String id =
        stack.submit("--preset=nas-bench-macro", "--evaluations=" + MANY, "--population=32");
    browser.open(address);
    browser.click(By.linkText(id));

    new SearchPage(browser).awaitLive();
    browser.find(By.cssSelector("[aria-roledescription='scatter plot'] canvas"));
    int before = evaluated();
    browser.await("a live update", () -> evaluated() > before);

    browser.press("Pause");
    browser.find(By.id("token")).sendKeys(stack.token(), Keys.ENTER);
    browser.find(By.cssSelector("[data-phase='PAUSED']"));
    assertThat(browser.errors()).as("the refusal without a token").allMatch(e -> e.contains("401"));
    browser.press("Resume");
    browser.find(By.cssSelector("[data-phase='RUNNING']"));

    WebElement plot = browser.find(By.cssSelector("[aria-roledescription='scatter plot']"));
    browser.tabTo(plot);
    browser.type(Keys.ARROW_RIGHT);
    browser.find(By.cssSelector(".hover .code"));
    browser.type(Keys.ENTER);
    browser.find(By.cssSelector("dialog svg.drawing"));
    browser.type(Keys.ESCAPE);
    browser.await("the end of the dialog", () -> !browser.text().contains("Where it comes from"));

    browser.press("Fork");
    browser.press("Fork it");
    browser.await(
        "the fork",
        () -> browser.address().contains("searches/") && !browser.address().endsWith(id));
    browser.find(By.xpath("//a[.='" + id + "']"));

    browser.press("Stop");
    browser.find(By.id("reason")).sendKeys("<b>seen</b> enough");
    browser.press("Stop it");
    browser.find(By.cssSelector("[data-phase='ENDED']"));
    assertThat(browser.text()).contains("stopped: <b>seen</b> enough");
    assertThat(stack.command("stop", id).exitCode()).isZero();
  }

  @Test
  void a_finalist_is_downloaded_for_other_programs() throws Exception {
    Path request = Files.writeString(folder.resolve("tiny.yaml"), WITH_A_FINALIST);
    String id = stack.submit("--config=" + request);
    browser.open(address + "/#/searches/" + id);

    browser.find(By.linkText("ONNX"));
    browser.find(By.xpath("//p[contains(., 'every choice was trained equally often')]"));
    browser.click(By.linkText("ONNX"));

    browser.await(
        "the file", () -> stack.downloads().stream().anyMatch(each -> each.endsWith(".onnx")));
    assertThat(stack.downloads()).singleElement().asString().startsWith(id + "-");
  }

  @Test
  void the_front_is_what_no_other_beats_of_those_that_can_be_compared_and_keep_the_constraints() {
    browser.open(address);

    Object front =
        browser.run(
            """
            const { comparable, points, undominated } = await import('/dashboard/pareto.js');
            const measure = (name) => ({ of: (candidate) => candidate[name] });
            const candidates = [
              { macs: 1, accuracy: 99, generation: 0, checkpoint: 'older', phase: 'SCORED' },
              { macs: 5, accuracy: 80, generation: 1, checkpoint: 'newer', phase: 'SCORED' },
              { macs: 3, accuracy: 70, generation: 1, checkpoint: 'newer', phase: 'SCORED' },
              { macs: 4, accuracy: 60, generation: 1, checkpoint: 'newer', phase: 'SCORED' },
              { macs: 5, accuracy: 80, generation: 2, checkpoint: 'newer', phase: 'SCORED' },
              { macs: 2, accuracy: null, generation: 2, checkpoint: 'newer', phase: 'OPEN' },
              { macs: 1, accuracy: 95, generation: 3, checkpoint: 'newer', phase: 'SCORED' },
              { macs: 2, accuracy: 90, generation: 2, checkpoint: 'newer', phase: 'SCORED', feasible: false },
            ];
            const shown = points(candidates, measure('macs'), measure('accuracy'), 2);
            const front = undominated(comparable(shown), false, true);
            return front.map((point) => `${point.x}: ${point.y}`).join(', ');
            """);

    assertThat(front).isEqualTo("3: 70, 5: 80");
  }

  @Test
  void an_update_leaves_what_stays_where_a_person_holds_it() {
    browser.open(address);

    Object kept =
        browser.run(
            """
            const { el, show } = await import('/dashboard/dom.js');
            const list = document.body.appendChild(el('ul'));
            const row = (key, text, title) =>
              el('li', { data: { key }, title }, el('a', { href: `#${key}` }, text), ' ');
            show(list, row('a', '1', 'old'), row('b', '1'));
            const [first, second] = list.children;
            const link = first.querySelector('a');
            link.focus();
            show(list, row('a', '2'), row('c', '1'));
            const told = [
              list.outerHTML,
              list.children[0] === first && first.querySelector('a') === link,
              document.activeElement === link,
              list.children[1] !== second,
            ];
            show(list);
            told.push(list.childNodes.length);
            list.remove();
            return told.join(' ');
            """);

    assertThat(kept)
        .isEqualTo(
            "<ul><li data-key=\"a\"><a href=\"#a\">2</a> </li>"
                + "<li data-key=\"c\"><a href=\"#c\">1</a> </li></ul> true true true 0");
  }

  @Test
  void a_connection_that_says_nothing_any_more_is_opened_again() {
    browser.open(address);

    Object told =
        browser.run(
            SILENT
                + """
                const told = await links(300, 3);
                return told.join(' ');
                """);

    assertThat(told).isEqualTo("true false true");
  }

  @Test
  void a_page_that_nobody_sees_holds_no_connection() {
    browser.open(address);

    Object told =
        browser.run(
            SILENT
                + """
                const show = (shown) => {
                  Object.defineProperty(document, 'hidden', { value: !shown, configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                };
                setTimeout(() => show(false), 500);
                const left = await links(60000, 2);
                const before = performance.now();
                setTimeout(() => show(true), 3000);
                const [back] = await links(60000, 1);
                return [...left, back, performance.now() - before >= 3000].join(' ');
                """);

    assertThat(told).isEqualTo("true false true true");
  }

  @Test
  void the_page_goes_on_when_the_evolver_was_killed() throws Exception {
    String id =
        stack.submit("--preset=nas-bench-macro", "--evaluations=" + MANY, "--population=48");
    SearchPage page = new SearchPage(browser);
    browser.open("about:blank");
    browser.open(address + "/#/searches/" + id);
    page.awaitLive();
    browser.find(By.cssSelector("[data-phase='RUNNING']"));

    stack.killEvolver();
    browser.find(By.xpath("//span[@role='status' and .='Connecting …']"));
    page.awaitLive();
    int before = evaluated();
    browser.await("a live update", () -> evaluated() > before);

    assertThat(browser.errors())
        .as("while it was away")
        .allMatch(e -> e.contains("Failed to load"));
    assertThat(stack.command("stop", id).exitCode()).isZero();
  }

  @Test
  void a_token_is_asked_for_where_the_evolver_wants_one() {
    browser.open(address);
    browser.run(
        """
        const { write } = await import('/dashboard/http.js');
        window.fetch = async (path, { headers }) => {
          const known = headers.Authorization === 'Bearer open sesame';
          const body = known ? { id: 'let in' } : { detail: 'who are you?' };
          return new Response(JSON.stringify(body), { status: known ? 200 : 401 });
        };
        write('/searches/any/controls', {}).then((answer) => { document.title = answer.id; });
        """);

    browser.find(By.id("token")).sendKeys("open sesame", Keys.ENTER);

    browser.await("the answer", () -> browser.run("return document.title").equals("let in"));
  }

  private int evaluated() {
    return browser.read(
        By.cssSelector(".tiles dd"),
        tile -> Integer.parseInt(tile.lines().findFirst().orElseThrow().replace(",", "")));
  }
}
