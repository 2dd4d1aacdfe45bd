package io.scarlet.cli;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of a search, as a person finds things on it. */
record SearchPage(Browser browser) {

  private static final By STATUS = By.xpath("//span[@role='status' and .='Live']");

  /** Waits until the page is live. */
  void awaitLive() {
    browser.find(STATUS);
  }

  /** Candidates in two measures. */
  WebElement plot() {
    return browser.find(By.cssSelector("[aria-roledescription='scatter plot']"));
  }

  /** What is read out of the plot to those who walk on it. */
  String told() {
    return section("Front and candidates")
        .findElement(By.cssSelector("p.unseen"))
        .getDomProperty("textContent");
  }

  /** A part of the page by its heading. */
  WebElement section(String heading) {
    return browser.find(By.xpath("//section[h2='" + heading + "']"));
  }

  /** The table that stands for a plot, opened. */
  String open(String heading) {
    WebElement table = section(heading).findElement(By.tagName("details"));
    if (table.getDomAttribute("open") == null) {
      table.findElement(By.tagName("summary")).click();
    }
    return table.getText();
  }

  /** Which rows of how many a table says that it shows. */
  String shown(String heading) {
    open(heading);
    return section(heading)
        .findElement(By.cssSelector(".pager span"))
        .getDomProperty("textContent");
  }

  /** Of the columns of the first table of a part. */
  List<String> headings(String heading) {
    return section(heading).findElements(By.cssSelector("thead th")).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Whether the plot of a section has more than its ground. */
  boolean painted(String heading) {
    return (Boolean)
        browser.run(
            """
            const found = [...document.querySelectorAll('section')].find((each) => each.querySelector(':scope > h2')?.textContent === '%s');
            const canvas = found.querySelector('canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return new Set(new Uint32Array(data.buffer)).size > 8;
            """
                .formatted(heading));
  }

  /** Which scheme the ground of the page is of. */
  String background() {
    return (String)
        browser.run(
            """
            const [red] = getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/);
            return Number(red) < 128 ? 'dark' : 'light';
            """);
  }
}
