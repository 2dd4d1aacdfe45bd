package io.scarlet.evolver;

import io.micrometer.core.instrument.MeterRegistry;

/** What the evolver counts. Tags are few and fixed: no search or candidate ids. */
final class Tally {

  private final MeterRegistry registry;

  Tally(MeterRegistry registry, SearchBoard board) {
    this.registry = registry;
    registry.gauge(
        "scarlet.evolver.searches.running",
        board,
        shown ->
            shown.all().values().stream().filter(each -> each.search().state().running()).count());
    registry.gauge(
        "scarlet.evolver.candidates.outstanding",
        board,
        shown ->
            shown.all().values().stream()
                .mapToInt(each -> each.search().state().outstanding())
                .sum());
  }

  void folded(String event) {
    registry.counter("scarlet.evolver.facts", "event", event).increment();
  }

  void proposed() {
    registry.counter("scarlet.evolver.candidates.proposed").increment();
  }

  void completed() {
    registry.counter("scarlet.evolver.generations.completed").increment();
  }

  void deleted() {
    registry.counter("scarlet.evolver.searches.deleted").increment();
  }

  void refused() {
    registry.counter("scarlet.evolver.requests.refused").increment();
  }

  void dead(String reason) {
    registry.counter("scarlet.evolver.dead.letters", "reason", reason).increment();
  }
}
