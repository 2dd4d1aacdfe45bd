package io.scarlet.evaluator.scoring;

import java.util.Optional;

/** Candidates for tests. */
final class Candidates {

  private Candidates() {}

  static Candidate of(Candidate.Source source, String table, String code) {
    return new Candidate(
        "search-0-0",
        "search",
        code,
        source,
        table,
        Optional.empty(),
        1,
        new Candidate.Data("", 0, ""),
        new Candidate.Batches(0, 100, 250),
        Optional.empty());
  }
}
