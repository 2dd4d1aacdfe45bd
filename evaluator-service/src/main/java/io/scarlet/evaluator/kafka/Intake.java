package io.scarlet.evaluator.kafka;

/** Where candidates come from, and how it is said that they are done. One thread works it. */
interface Intake extends AutoCloseable {

  /**
   * Starts, or starts anew after a failure: settles what is open, and forgets what was read and is
   * not done.
   */
  void open();

  /**
   * Takes what there is, after waiting a second at most, and brings some of it to its end. Whatever
   * it throws, no candidate is lost.
   *
   * @throws org.apache.kafka.common.errors.WakeupException where it was woken
   */
  void turn() throws InterruptedException;

  /** Ends in order: who gets the candidates that are left shall not think that somebody died. */
  void release();

  /** Makes a turn that waits for candidates end. Any thread may call it. */
  void wake();

  @Override
  void close();
}
