package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.LocalStack;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.io.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Evaluators come and go while a search runs. */
@Timeout(240)
class ElasticIT {

  private static final int EVALUATIONS = 1200;
  private static final int JOIN = 20;
  private static final int DIE = 1000;

  @TempDir private Path folder;

  /** Two evaluators that nobody looks after join early; one of them dies for good. */
  private static final class Guests implements Disturbance, AutoCloseable {

    private final List<Process> guests = new ArrayList<>();

    @Override
    public void after(int events, LocalStack stack) {
      if (guests.isEmpty() && events >= JOIN) {
        guests.add(evaluator("guest-1", stack));
        guests.add(evaluator("guest-2", stack));
      }
      if (!guests.isEmpty() && events >= DIE) {
        guests.getFirst().destroyForcibly();
      }
    }

    @Override
    public void close() {
      guests.forEach(Process::destroyForcibly);
    }

    private static Process evaluator(String name, LocalStack stack) {
      try {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquarkus.http.port=0",
                "-Dkafka.bootstrap.servers=" + stack.broker().settings().get("bootstrap.servers"),
                "-Dscarlet.registry.url=" + stack.registry(),
                "-Dscarlet.evaluator.id=" + name,
                "-Dscarlet.evaluator.backend=none",
                "-jar",
                Searches.BUILT.service("evaluator-service").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }
  }

  @Test
  void evaluators_that_join_and_die_change_nothing() throws Exception {
    SearchRequested request = Searches.ofTheTable(EVALUATIONS);
    Path alone = Searches.run(request, folder.resolve("alone"), Disturbance.NONE);

    Path shared;
    try (Guests guests = new Guests()) {
      shared = Searches.run(request, folder.resolve("shared"), guests);
    }

    assertThat(SameResults.difference(alone, shared)).isEmpty();
    assertThat(evaluators(shared)).contains("evaluator-1", "guest-1", "guest-2");
  }

  private static Set<String> evaluators(Path results) throws IOException {
    return LogFile.read(ResultFolder.log(results)).events().stream()
        .map(LoggedEvent::event)
        .filter(CandidateScored.class::isInstance)
        .map(CandidateScored.class::cast)
        .map(CandidateScored::getEvaluatorId)
        .collect(Collectors.toSet());
  }
}
