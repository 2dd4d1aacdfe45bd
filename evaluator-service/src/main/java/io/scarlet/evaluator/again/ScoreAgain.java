package io.scarlet.evaluator.again;

import io.scarlet.evaluator.event.ProposedCandidate;
import io.scarlet.evaluator.event.ScoredCandidate;
import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.NotScorableException;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.evaluator.scoring.Scorer;
import io.scarlet.evaluator.scoring.ScoringBackend;
import io.scarlet.evaluator.scoring.SupernetScorer;
import io.scarlet.evaluator.scoring.TableScorer;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.schemas.kafka.ReadingLimits;
import io.scarlet.supernet.backend.BackendChoice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Scores the candidates in one Avro container file into another, in their order, with this
 * service's code and one thread a processor. It needs neither broker nor registry, and no CDI.
 * Latencies are not measured again: they would be others.
 */
public final class ScoreAgain {

  private static final String WHO = "again";

  private final List<Scorer> scorers;

  private ScoreAgain(List<Scorer> scorers) {
    this.scorers = scorers;
  }

  /**
   * Runs the program.
   *
   * @param arguments the file of {@code CandidateProposed}, the file that gets a {@code
   *     CandidateScored} for each up to the first that fails, and the address of the artifact store
   */
  public static void main(String[] arguments) throws IOException {
    ReadingLimits.apply();
    Path candidates = Path.of(arguments[0]);
    Path scores = Path.of(arguments[1]);
    ScoringBackend backend =
        new ScoringBackend(BackendChoice.AUTO, Runtime.getRuntime().availableProcessors());
    try (backend) {
      Optional<URI> store = Optional.of(URI.create(arguments[2]));
      new ScoreAgain(List.of(new SupernetScorer(store, backend), new TableScorer()))
          .run(candidates, scores);
    }
  }

  private void run(Path candidates, Path scores) throws IOException {
    try (DataFileReader<CandidateProposed> in =
            new DataFileReader<>(
                candidates.toFile(), new SpecificDatumReader<>(CandidateProposed.class));
        DataFileWriter<CandidateScored> out =
            new DataFileWriter<>(new SpecificDatumWriter<>(CandidateScored.class))) {
      out.create(CandidateScored.getClassSchema(), scores.toFile());
      for (CandidateProposed proposed : in) {
        Candidate candidate = ProposedCandidate.of(proposed).untimed();
        Outcome outcome = outcome(candidate);
        out.append(ScoredCandidate.of(candidate, outcome, WHO));
        if (outcome instanceof Outcome.Failed) {
          return;
        }
      }
    }
  }

  private Outcome outcome(Candidate candidate) {
    Scorer scorer =
        scorers.stream()
            .filter(each -> each.source() == candidate.source())
            .findFirst()
            .orElseThrow();
    try {
      return new Outcome.Scored(scorer.score(candidate), Duration.ZERO);
    } catch (NotScorableException | RuntimeException failed) {
      return new Outcome.Failed(
          Objects.requireNonNullElse(failed.getMessage(), failed.toString()), Duration.ZERO);
    }
  }
}
