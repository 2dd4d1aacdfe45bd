package io.scarlet.evaluator.kafka;

import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Takes candidates for as long as the service runs. Whatever goes wrong with broker or registry
 * leads to the same recovery: the intake opens anew and goes on from there.
 *
 * <p>This is a loop over Kafka's clients rather than a messaging channel since the channel's
 * transactions (SmallRye Reactive Messaging 4.33) report a commit that failed as done: the
 * candidate would never be scored and its generation never close.
 */
final class CandidateLoop implements Runnable {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Intake intake;
  private final LoopListener listener;

  private volatile boolean stopping;

  /**
   * Over this intake.
   *
   * @param intake closed at the end
   */
  CandidateLoop(Intake intake, LoopListener listener) {
    this.intake = intake;
    this.listener = listener;
  }

  @Override
  public void run() {
    boolean interrupted = false;
    try (intake) {
      try {
        while (!stopping) {
          work();
        }
      } catch (InterruptedException hurried) {
        interrupted = true;
      }
      release();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the loop end, at once where it waits, otherwise once the current candidate is done. */
  void stop() {
    stopping = true;
    intake.wake();
  }

  /** Works until told to stop or until something goes wrong. */
  private void work() throws InterruptedException {
    try {
      intake.open();
      listener.working();
      while (!stopping) {
        intake.turn();
      }
    } catch (WakeupException e) {
      // Told to stop while waiting; the caller looks.
    } catch (RuntimeException e) {
      listener.stalled(e);
      Thread.sleep(PAUSE);
    }
  }

  private void release() {
    try {
      intake.release();
    } catch (WakeupException e) {
      intake.release(); // woken for the end while it was scoring
    } catch (KafkaException e) {
      listener.stalled(e);
    }
  }
}
