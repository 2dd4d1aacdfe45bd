package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps what a loop says of broker and registry. */
final class Heard implements LoopListener {

  final BlockingQueue<RuntimeException> stalls = new LinkedBlockingQueue<>();

  @Override
  public void working() {}

  @Override
  public void stalled(RuntimeException cause) {
    stalls.add(cause);
  }

  @Override
  public void attemptFailed(RuntimeException cause) {}

  @Override
  public void evaluated(String candidateId, Outcome outcome) {}

  @Override
  public void undecodable(String place, String reason) {}
}
