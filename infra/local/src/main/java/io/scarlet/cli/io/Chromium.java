package io.scarlet.cli.io;

import io.scarlet.cli.recovery.PagePaint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser without a window that tells how soon a page shows.
 *
 * @param program that is started
 */
public record Chromium(Path program) {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(10);

  /** The one on the path, if there is one. */
  public static Optional<Chromium> onPath() {
    return NAMES.stream()
        .flatMap(name -> SystemPath.program(name).stream())
        .findFirst()
        .map(Chromium::new);
  }

  /**
   * Opens a page in a browser that has seen nothing yet.
   *
   * @param selector in CSS, of what must be there until the page counts as filled
   * @param profile a folder for the browser, made by it
   */
  public PagePaint paint(URI page, String selector, Path profile)
      throws IOException, InterruptedException {
    Process browser = start(profile);
    try (DevToolsPage shown = DevToolsPage.open(port(profile), page)) {
      double filled =
          await(shown, "document.querySelector('%s') ? performance.now() : 0".formatted(selector));
      double first =
          await(shown, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0");
      return new PagePaint(first, filled);
    } finally {
      stop(browser);
    }
  }

  /** Chromium's sandbox does not work for the super-user. */
  private Process start(Path profile) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("--headless");
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    command.addAll(List.of("--disable-gpu", "--no-first-run", "--disable-background-networking"));
    command.add("--remote-debugging-port=0");
    command.add("--user-data-dir=" + profile);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The browser writes it into its profile as soon as it listens. */
  private static int port(Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    for (long tries = PATIENCE.dividedBy(POLL); tries > 0; tries--) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > 1) {
          return Integer.parseInt(lines.getFirst());
        }
      }
      Thread.sleep(POLL);
    }
    throw new IOException("the browser does not start");
  }

  private static double await(DevToolsPage page, String expression)
      throws IOException, InterruptedException {
    for (long tries = PATIENCE.dividedBy(POLL); tries > 0; tries--) {
      double value = page.number(expression);
      if (value > 0) {
        return value;
      }
      Thread.sleep(POLL);
    }
    throw new IOException("the page does not show what is looked for");
  }

  /** It leaves its profile to others only when all its processes have gone. */
  private static void stop(Process browser) throws InterruptedException {
    List<ProcessHandle> all =
        Stream.concat(browser.descendants(), Stream.of(browser.toHandle())).toList();
    browser.destroy();
    browser.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : all) {
      each.onExit().join();
    }
  }
}
