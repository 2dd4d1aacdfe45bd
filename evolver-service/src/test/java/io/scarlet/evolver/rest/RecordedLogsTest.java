package io.scarlet.evolver.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecordedLogsTest {

  @Test
  @Timeout(30)
  void two_logs_are_read_at_a_time_and_whoever_comes_then_may_come_again() throws Exception {
    CountDownLatch reading = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    RecordedLogs logs =
        new RecordedLogs(
            id -> {
              reading.countDown();
              await(goOn);
              return id.getBytes(UTF_8);
            });
    try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> two =
          Stream.of("one", "two").map(id -> atOnce.submit(() -> logs.of(id))).toList();
      reading.await();

      assertThatThrownBy(() -> logs.of("three"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.status().getStatusCode()).isEqualTo(503));
      goOn.countDown();
      assertThat(two.getFirst().get()).asString().isEqualTo("one");
      assertThat(two.getLast().get()).asString().isEqualTo("two");
    }
    assertThat(logs.of("three")).asString().isEqualTo("three");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
