package io.scarlet.cli;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What keeps people from using the page that a browser shows; each finding is one line. */
final class PageAudit {

  private static final String TO_BE_NAMED =
      " :is(a, button, input, select, summary, progress, [role='img'], [role='application'],"
          + " [tabindex='0'])";

  private static final String STRUCTURE =
      """
      const found = [];
      if (!document.documentElement.lang) found.push('the page has no language');
      const headings = document.querySelectorAll('h1').length;
      if (headings !== 1) found.push(`there are ${headings} first headings`);
      for (const picture of document.querySelectorAll('img:not([alt]), canvas')) {
        if (!picture.closest('[aria-label]')) found.push(`no label: ${picture.outerHTML}`);
      }
      return found;
      """;

  /** Contrast as WCAG 2 has it, of each text with what lies behind it. */
  private static final String CONTRAST =
      """
      const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const channels = (css) => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = css;
        pixel.fillRect(0, 0, 1, 1);
        return [...pixel.getImageData(0, 0, 1, 1).data];
      };
      const over = ([r, g, b, a], below) => [r, g, b].map((each, i) => (each * a + below[i] * (255 - a)) / 255);
      const ground = (element) => {
        if (!element) return [255, 255, 255];
        const shape = element.localName === 'text' && element.previousElementSibling;
        return shape?.localName === 'rect' && element.classList.contains('inside')
          ? over(channels(getComputedStyle(shape).fill), [255, 255, 255])
          : over(channels(getComputedStyle(element).backgroundColor), ground(element.parentElement));
      };
      const linear = (channel) =>
        channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
      const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = new Set();
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        const text = texts.currentNode.data.trim();
        if (!text || element.closest(':disabled, .unseen, .skip, noscript, option')) continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const style = getComputedStyle(element);
        const behind = ground(element);
        const shown = over(channels(element.localName === 'text' ? style.fill : style.color), behind);
        const [less, more] = [light(shown), light(behind)].sort((a, b) => a - b);
        const contrast = (more + 0.05) / (less + 0.05);
        if (contrast < 4.5) found.add(`${text}: ${contrast.toFixed(2)}, .${element.className.baseVal ?? element.className}`);
      }
      return [...found];
      """;

  private PageAudit() {}

  static List<String> of(Browser browser) {
    List<String> findings = new ArrayList<>(lines(browser.run(STRUCTURE)));
    findings.addAll(lines(browser.run(CONTRAST)));
    String within = browser.all(By.tagName("dialog")).isEmpty() ? "body" : "dialog";
    browser.all(By.cssSelector(within + TO_BE_NAMED)).stream()
        .filter(element -> element.getAccessibleName().isBlank())
        .map(PageAudit::nameless)
        .forEach(findings::add);
    return findings;
  }

  private static String nameless(WebElement element) {
    return "no name: " + element.getDomProperty("outerHTML");
  }

  private static List<String> lines(Object findings) {
    return findings instanceof List<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(findings));
  }
}
