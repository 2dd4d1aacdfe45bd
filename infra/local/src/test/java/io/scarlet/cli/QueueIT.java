package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Evaluators that take candidates from a queue. */
@Timeout(240)
class QueueIT {

  @TempDir private Path folder;

  @Test
  void a_queue_gives_the_same_results_as_partitions() throws Exception {
    Path partitions = search("partitions");
    Path queue = search("queue");

    assertThat(SameResults.difference(partitions, queue)).isEmpty();
    assertThat(partitions.resolve("logs/evaluator-2.log"))
        .content()
        .contains("evaluator-2 takes candidates (partitions)");
    assertThat(queue.resolve("logs/evaluator-2.log"))
        .content()
        .contains("evaluator-2 takes candidates (queue)");
  }

  private Path search(String sharing) throws Exception {
    Path output = folder.resolve(sharing);
    CommandLineProcess search =
        CommandLineProcess.start(
            folder,
            Map.of("SCARLET_EVALUATOR_SHARING", sharing),
            "search",
            "--preset=nas-bench-macro",
            "--evaluations=64",
            "--population=16",
            "--evaluators=2",
            "--output=" + output);
    assertThat(search.exitCode()).as(search.said()).isZero();
    return output;
  }
}
