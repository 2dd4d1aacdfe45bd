package io.scarlet.cli.pipeline;

import io.scarlet.cli.follow.LiveRecords;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import java.time.Duration;

/** Reads candidates and scores as an evaluator and an evolver would, and notes when. */
public final class PipelineProbe implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);

  private final Moments moments = new Moments();
  private final LiveRecords records;
  private final Thread thread;
  private volatile boolean stopping;

  private PipelineProbe(LiveRecords records) {
    this.records = records;
    this.thread = Thread.ofPlatform().name("probe").start(this::read);
  }

  /**
   * Starts to read, on a thread of its own.
   *
   * @param records of candidates and scores; closed by this probe
   */
  public static PipelineProbe of(LiveRecords records) {
    return new PipelineProbe(records);
  }

  /** What was seen; once it is closed. */
  public PipelineFigures figures() {
    return moments.figures();
  }

  /** Ends the reading. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (records) {
      while (!stopping) {
        records.next(POLL).forEach(this::take);
      }
    }
  }

  private void take(LiveRecords.Arrival arrival) {
    switch (arrival.event()) {
      case CandidateProposed candidate ->
          moments.candidate(
              candidate.getCandidateId(), candidate.getGeneration(), arrival.arrived());
      case CandidateScored score ->
          moments.score(score.getCandidateId(), arrival.sent(), arrival.arrived());
      default -> throw new IllegalArgumentException("neither candidate nor score: " + arrival);
    }
  }
}
