package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.evaluator.settings.Sharing;
import io.scarlet.schemas.kafka.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** An evaluator as a process, which dies at once of a candidate with a certain code. */
public final class PoisonedEvaluator {

  static final String NAME = "poisoned";
  static final String POISON = "poison";
  static final int DEAD_OF_POISON = 9;

  private PoisonedEvaluator() {}

  /**
   * Starts one; it prints a line for each candidate that failed.
   *
   * @param search whose poison it dies of; also the name of its group
   */
  static Process start(String bootstrapServers, URI registry, Sharing sharing, String search)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PoisonedEvaluator.class.getName(),
            bootstrapServers,
            registry.toString(),
            sharing.name(),
            search)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The arguments are those of {@link #start}. */
  public static void main(String[] arguments) {
    Sharing sharing = Sharing.valueOf(arguments[2]);
    new TestEvaluator(arguments[0], sharing, arguments[3], NAME)
        .loop(
            new WireFormat(URI.create(arguments[1])),
            Scorers.after(candidate -> taste(candidate, arguments[3])),
            new Telling())
        .run();
  }

  private static void taste(Candidate candidate, String search) {
    if (candidate.code().equals(POISON) && candidate.searchId().equals(search)) {
      Runtime.getRuntime().halt(DEAD_OF_POISON);
    }
  }

  /** Says which candidate failed. */
  private static final class Telling implements LoopListener {

    @Override
    public void working() {}

    @Override
    public void stalled(RuntimeException cause) {}

    @Override
    public void attemptFailed(RuntimeException cause) {}

    @Override
    public void evaluated(String candidateId, Outcome outcome) {
      if (outcome instanceof Outcome.Failed) {
        System.out.println(candidateId);
      }
    }

    @Override
    public void undecodable(String place, String reason) {}
  }
}
