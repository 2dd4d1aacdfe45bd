package io.scarlet.evaluator.kafka;

import io.scarlet.evaluator.scoring.Candidate;
import io.scarlet.evaluator.scoring.Evaluation;
import io.scarlet.evaluator.scoring.Outcome;
import io.scarlet.evaluator.scoring.Score;
import io.scarlet.evaluator.scoring.Scorer;
import io.scarlet.schemas.kafka.WireFormat;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** An evaluator as a process, which dies at once of any candidate with a certain code. */
public final class PoisonedEvaluator {

  static final String NAME = "poisoned";
  static final String POISON = "poison";
  static final int DEAD_OF_POISON = 9;

  private PoisonedEvaluator() {}

  /** The arguments are the addresses of the broker and of the registry. */
  public static void main(String[] arguments) {
    KafkaClients clients =
        new KafkaClients(Map.of("bootstrap.servers", arguments[0], "group.instance.id", NAME));
    WireFormat wire = new WireFormat(URI.create(arguments[1]));
    new CandidateLoop(
            clients.consumer(NAME),
            new TransactionalOutput(() -> clients.producer(NAME)),
            new CandidateReader(wire),
            new OutcomeWriter(wire, NAME),
            new Evaluation(List.of(new Delicate()), 0),
            new Telling())
        .run();
  }

  /** Dies of the poison, scores the rest. */
  private static final class Delicate implements Scorer {

    @Override
    public Candidate.Source source() {
      return Candidate.Source.TABLE;
    }

    @Override
    public Score score(Candidate candidate) {
      if (candidate.code().equals(POISON)) {
        Runtime.getRuntime().halt(DEAD_OF_POISON);
      }
      return new Score(0.5, OptionalDouble.empty());
    }
  }

  /** Says which candidate failed. */
  private static final class Telling implements LoopListener {

    @Override
    public void working() {}

    @Override
    public void stalled(RuntimeException cause) {}

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
