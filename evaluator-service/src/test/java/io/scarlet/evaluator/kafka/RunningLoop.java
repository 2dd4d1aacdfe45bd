package io.scarlet.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** A loop on a thread of its own until it is closed. */
record RunningLoop(CandidateLoop loop, Thread thread) implements AutoCloseable {

  static RunningLoop of(CandidateLoop loop) {
    return new RunningLoop(loop, Thread.ofPlatform().start(loop));
  }

  @Override
  public void close() {
    loop.stop();
    try {
      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
