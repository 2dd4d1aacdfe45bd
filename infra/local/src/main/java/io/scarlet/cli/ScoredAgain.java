package io.scarlet.cli;

import io.scarlet.cli.io.EventFile;
import io.scarlet.cli.io.Scratch;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.local.Installation;
import io.scarlet.local.ScoringProcess;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.log.replay.Agreement;
import io.scarlet.log.replay.RecordedScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Scores the candidates of a log again with the evaluator's code, in a process of its own.
 *
 * @param installation where that code lies
 * @param store with the weights that the log refers to
 */
record ScoredAgain(Installation installation, Path store) {

  /**
   * Scores them and compares.
   *
   * @throws LogUnreadable where they cannot be scored: weights or pictures are missing, say
   */
  Agreement compare(RecordedLog log) throws IOException, InterruptedException {
    RecordedScores recorded = RecordedScores.of(log);
    try (Scratch scratch = Scratch.make()) {
      Path candidates = scratch.file("candidates.avro");
      Path scores = scratch.file("scores.avro");
      EventFile.write(candidates, CandidateProposed.getClassSchema(), recorded.candidates());
      int exitCode = new ScoringProcess(installation).run(candidates, scores, store);
      if (exitCode != 0) {
        throw new LogUnreadable("the scores could not be made again: what failed is said above");
      }
      List<CandidateScored> again = EventFile.read(scores, CandidateScored.class);
      return recorded.compare(again);
    }
  }
}
