package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The dashboard of a stack that shows nothing to those who have no token. */
@Timeout(300)
class GuardedDashboardIT {

  @TempDir private static Path folder;
  private static BrowsedStack stack;

  @BeforeAll
  static void aStackServesThoseWithTheToken() throws Exception {
    stack = BrowsedStack.start(folder, Map.of("SCARLET_ACCESS_READS", "token"));
  }

  @AfterAll
  static void nothingIsLeft() throws Exception {
    if (stack != null) {
      stack.stop();
    }
  }

  @Test
  void who_gives_the_token_once_sees_searches_live_and_takes_files_away() throws Exception {
    Browser browser = stack.browser();
    String id = stack.submit("--preset=nas-bench-macro", "--evaluations=6000", "--population=32");
    browser.open(stack.address());

    browser.find(By.id("token")).sendKeys("not the token at all", Keys.ENTER);
    browser.find(By.xpath("//dialog/form/p[contains(., 'not the token')]"));
    assertThat(browser.text()).doesNotContain(id);
    browser.find(By.id("token")).sendKeys(stack.token(), Keys.ENTER);

    browser.click(By.linkText(id));
    new SearchPage(browser).awaitLive();
    browser.find(By.cssSelector("[data-phase='RUNNING']"));
    browser.press("Stop");
    browser.press("Stop it");
    browser.find(By.cssSelector("[data-phase='ENDED']"));
    browser.click(By.linkText("log.avro"));
    browser.await(
        "the file", () -> stack.downloads().stream().anyMatch(each -> each.endsWith(".avro")));
    assertThat(browser.errors()).as("refusals without the token").allMatch(e -> e.contains("401"));
  }
}
