package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stack as a person starts it, and a browser beside it. */
final class BrowsedStack {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final Browser browser;
  private CommandLineProcess stack;
  private int commands;

  private BrowsedStack(Path folder, Browser browser) {
    this.folder = folder;
    this.browser = browser;
  }

  /**
   * Starts both; skips the test where there is no browser.
   *
   * @param folder for all that they keep
   * @param environment variables of the stack
   */
  static BrowsedStack start(Path folder, Map<String, String> environment) throws Exception {
    assumeTrue(
        Browser.isThere(),
        "no chromium and chromedriver are on the PATH: install the packages chromium and"
            + " chromium-driver to test the dashboard");
    BrowsedStack browsed = new BrowsedStack(folder, Browser.start(folder));
    browsed.stack = browsed.command(environment, "up", "--evaluators=1");
    browsed.stack.awaitSaid("Ctrl-C or ./scarlet down stops it");
    return browsed;
  }

  Browser browser() {
    return browser;
  }

  /** Where the dashboard is. */
  String address() throws IOException {
    return stack.printed().strip().replaceFirst(".* ", "");
  }

  /** The token that those need who ask for something. */
  String token() throws IOException {
    return Files.readString(folder.resolve("data/token")).strip();
  }

  /** Asks for a search; its id. */
  String submit(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("submit", "--json"));
    all.addAll(List.of(options));
    CommandLineProcess submitted = command(all.toArray(String[]::new));
    assertThat(submitted.exitCode()).as(submitted.said()).isZero();
    return new ObjectMapper().readTree(submitted.printed()).get("id").asText();
  }

  /** A command for this stack. */
  CommandLineProcess command(String... arguments) throws IOException {
    return command(Map.of(), arguments);
  }

  private CommandLineProcess command(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--folder=" + folder.resolve("data"));
    commands++;
    Path own = Files.createDirectories(folder.resolve("command-" + commands));
    return CommandLineProcess.start(own, environment, all.toArray(String[]::new));
  }

  /** What the evolver answers to who asks for something of it. */
  JsonNode answer(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address()).resolve(path)));
  }

  /** Asks the evolver itself for a search, which looks at no folder of this machine; its id. */
  String ask(String request) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address()).resolve("/searches"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token())
            .POST(HttpRequest.BodyPublishers.ofString(request)))
        .get("id")
        .asText();
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body());
  }

  /** Waits until a search is in a phase. */
  void awaitPhase(String id, String phase) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode search = answer("/searches/" + id);
    while (!search.path("phase").asText().equals(phase)) {
      assertThat(System.nanoTime()).as("%s, not %s", search, phase).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
      search = answer("/searches/" + id);
    }
  }

  /** Kills the evolver outright; the stack starts it again. */
  void killEvolver() throws IOException, InterruptedException {
    stack.children(1).stream()
        .filter(each -> each.info().commandLine().orElse("").contains("evolver-service"))
        .forEach(ProcessHandle::destroyForcibly);
    stack.awaitSaid("started again");
  }

  /** The files that the browser downloaded. */
  List<String> downloads() {
    try (var files = Files.list(Browser.downloads(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Stops both. */
  void stop() throws IOException, InterruptedException {
    browser.close();
    assertThat(command("down").exitCode()).isZero();
    stack.exitCode();
  }
}
