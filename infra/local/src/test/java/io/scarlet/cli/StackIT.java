package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scarlet.local.StackAddresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stack that stays, and the commands that a person gives it. */
@Timeout(400)
class StackIT {

  private static final int TERMINATED = 143;

  @TempDir private Path folder;
  private int commands;

  @Test
  void searches_are_asked_for_steered_looked_at_and_go_on_when_the_stack_is_started_again()
      throws Exception {
    CommandLineProcess stack = up();
    assertThatOthersOfTheMachineMayOnlyLookOn();
    assertThatItIsPreparedAlready();
    String one = submit("--seed=1", "--evaluations=96");
    String other = submit("--seed=2", "--evaluations=3000");
    assertThat(submit("--seed=1", "--evaluations=96")).isEqualTo(one);
    String otherPrefix = other.substring(0, other.length() - 1);

    assertThat(json("pause", otherPrefix, "--reason", "let the first be").get("phase").asText())
        .isEqualTo("PAUSED");
    JsonNode ended = await(one, search -> search.get("phase").asText().equals("ENDED"));
    assertThat(ended.get("evaluations").asInt()).isEqualTo(96);
    JsonNode paused = await(other, search -> search.get("outstanding").asInt() == 0);
    assertThat(paused.get("reason").asText()).isEqualTo("let the first be");
    assertThat(text("list").lines().toList()).hasSize(3).anyMatch(line -> line.contains("paused"));
    assertFrontAndLineage(one);

    assertThat(run("down").exitCode()).isZero();
    assertThat(stack.exitCode()).isEqualTo(TERMINATED);
    assertThat(run("list").exitCode()).isEqualTo(1);
    stack = up();

    assertThat(json("status", other).get("phase").asText()).isEqualTo("PAUSED");
    int before = json("status", other).get("evaluations").asInt();
    assertThat(json("resume", other).get("phase").asText()).isEqualTo("RUNNING");
    await(other, search -> search.get("evaluations").asInt() > before);
    JsonNode stopped = json("stop", other, "--reason", "seen enough");
    assertThat(stopped.get("reason").asText()).isEqualTo("stopped: seen enough");
    assertReplaysAndIsExported(one);
    assertReplaysAndIsExported(other);

    assertThat(text("delete", other)).isEqualTo(other + " is deleted");
    assertThat(json("list")).hasSize(1);
    CommandLineProcess gone = run("status", other);
    assertThat(gone.exitCode()).isEqualTo(2);
    assertThat(gone.said()).startsWith("scarlet: there is no search '" + other + "'");
    assertThat(run("down").exitCode()).isZero();
    assertThat(stack.exitCode()).isEqualTo(TERMINATED);
  }

  @Test
  void a_search_that_is_waited_for_leaves_the_same_results_as_one_on_a_stack_of_its_own()
      throws Exception {
    Path alone = Searches.run(Searches.ofTheTable(96), folder.resolve("alone"), Disturbance.NONE);
    CommandLineProcess stack = up();

    Path shared = folder.resolve("shared");
    CommandLineProcess submitted =
        run(
            "submit",
            "--preset=nas-bench-macro",
            "--evaluations=96",
            "--population=32",
            "--wait",
            "--output=" + shared);

    assertThat(submitted.exitCode()).as(submitted.said()).isZero();
    assertThat(submitted.printed()).contains("96 of 96 evaluated", "results in " + shared);
    for (String file : List.of("front.json", "evaluated.csv", "search.json")) {
      assertThat(shared.resolve(file)).hasSameBinaryContentAs(alone.resolve(file));
    }
    assertThat(shared.resolve("report.html")).exists();
    assertThat(text("replay", shared.toString())).contains("equal, byte for byte");
    assertThat(run("down").exitCode()).isZero();
    assertThat(stack.exitCode()).isEqualTo(TERMINATED);
  }

  private void assertThatItIsPreparedAlready() throws Exception {
    StackAddresses stack = StackAddresses.of(folder.resolve("data"));
    Path settings =
        Files.writeString(
            folder.resolve("cluster.properties"),
            "kafka.bootstrap.servers=%s\nscarlet.registry.url=%s\n"
                .formatted(
                    stack.broker().settings().get("bootstrap.servers"),
                    stack.format().registry().url()));
    assertThat(text("prepare", "--settings=" + settings))
        .isEqualTo("10 topics are ready, 0 clients have their rights");
    CommandLineProcess refused =
        run("prepare", "--settings=" + settings, "--grant=evaluator=User:evaluator");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.said())
        .startsWith("scarlet: the broker does not grant rights: No Authorizer");
  }

  private void assertThatOthersOfTheMachineMayOnlyLookOn() throws Exception {
    Path data = folder.resolve("data");
    assertThat(Files.getPosixFilePermissions(data.resolve("token")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    URI searches = StackAddresses.of(data).dashboard().resolve("/searches");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest.Builder asked =
          HttpRequest.newBuilder(searches).header("Content-Type", "application/json");
      HttpResponse<String> look =
          http.send(asked.GET().build(), HttpResponse.BodyHandlers.ofString());
      assertThat(look.statusCode()).isEqualTo(200);
      HttpResponse<String> change =
          http.send(
              asked.POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(change.statusCode()).isEqualTo(401);
      assertThat(change.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"scarlet\"");
      assertThat(change.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
    }
  }

  private void assertFrontAndLineage(String search) throws Exception {
    JsonNode front = json("front", search);
    assertThat(front).isNotEmpty();
    assertThat(text("front", search).lines().toList()).hasSize(1 + front.size());
    String candidate = front.get(front.size() - 1).get("id").asText();
    JsonNode lineage = json("lineage", candidate);
    assertThat(lineage.get("candidate").get("id").asText()).isEqualTo(candidate);
    assertThat(text("lineage", candidate)).contains("search " + search, "operator");
  }

  private void assertReplaysAndIsExported(String search) throws Exception {
    assertThat(text("replay", search, "--evaluations"))
        .contains("equal, byte for byte", "equal, bit for bit")
        .doesNotContain("different");
    Path archive = folder.resolve(search + ".zip");
    assertThat(text("export-log", search, "--output=" + archive)).contains("holds the log");
    Path imported = folder.resolve("imported-" + search);
    assertThat(run("import-log", archive.toString(), "--output=" + imported).exitCode()).isZero();
    assertThat(text("replay", imported.toString())).contains("equal, byte for byte");
  }

  private CommandLineProcess up() throws Exception {
    CommandLineProcess stack = start("up", "--evaluators=2");
    stack.awaitSaid("Ctrl-C or ./scarlet down stops it");
    assertThat(stack.printed()).startsWith("the stack serves at http://127.0.0.1:");
    return stack;
  }

  private String submit(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("submit", "--preset=nas-bench-macro"));
    arguments.addAll(List.of(options));
    return json(arguments.toArray(String[]::new)).get("id").asText();
  }

  private JsonNode await(String search, Predicate<JsonNode> state) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    JsonNode status = json("status", search);
    while (!state.test(status)) {
      assertThat(System.nanoTime()).as(status.toString()).isLessThan(deadline);
      status = json("status", search);
    }
    return status;
  }

  private JsonNode json(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return new ObjectMapper().readTree(text(all.toArray(String[]::new)));
  }

  private String text(String... arguments) throws Exception {
    CommandLineProcess command = run(arguments);
    assertThat(command.exitCode()).as(command.said()).isZero();
    return command.printed().strip();
  }

  /** What it is asked about itself is answered when it has ended. */
  private CommandLineProcess run(String... arguments) throws Exception {
    CommandLineProcess command = start(arguments);
    command.exitCode();
    return command;
  }

  private CommandLineProcess start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!List.of("import-log", "prepare").contains(arguments[0])) {
      all.add("--folder=" + folder.resolve("data"));
    }
    commands++;
    Path own = Files.createDirectories(folder.resolve("command-" + commands));
    return CommandLineProcess.start(own, all.toArray(String[]::new));
  }
}
