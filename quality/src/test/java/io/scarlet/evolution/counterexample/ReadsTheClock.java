package io.scarlet.evolution.counterexample;

import java.time.Instant;
import java.util.function.Supplier;

/** Breaks the rule that the core reads no clock, once by a call and once by a reference. */
public final class ReadsTheClock {

  private ReadsTheClock() {}

  static long elapsed() {
    return System.nanoTime();
  }

  static Supplier<Instant> time() {
    return Instant::now;
  }
}
