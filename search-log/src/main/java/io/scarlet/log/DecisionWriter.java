package io.scarlet.log;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.Costs;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.Origin;
import io.scarlet.events.SearchRequested;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.CandidateId;
import io.scarlet.evolution.Checkpoint;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.EndReason;
import io.scarlet.evolution.Outcome;
import java.util.List;
import java.util.OptionalDouble;

/** From the decisions of the decider to events. */
public final class DecisionWriter {

  private DecisionWriter() {}

  /** A candidate as the event that asks for its score. */
  public static CandidateProposed candidate(SearchRequested request, Candidate candidate) {
    return CandidateProposed.newBuilder()
        .setCandidateId(candidate.id().toString())
        .setSearchId(request.getSearchId())
        .setGeneration(candidate.id().generation())
        .setSlot(candidate.id().slot())
        .setCode(candidate.architecture().code())
        .setParents(ids(candidate.parents()))
        .setOrigin(origin(candidate))
        .setCosts(costs(candidate))
        .setCheckpoint(
            candidate
                .checkpoint()
                .map(
                    weights ->
                        new ArtifactReference(weights.uri(), weights.sha256(), weights.size()))
                .orElse(null))
        .setSeed(request.getSeed())
        .setData(request.getData())
        .setEvaluation(request.getEvaluation())
        .setRescored(candidate.rescored())
        .build();
  }

  /** A generation as the event that tells its end. */
  public static GenerationCompleted generation(
      SearchRequested request, Decision.CompleteGeneration completed) {
    return GenerationCompleted.newBuilder()
        .setSearchId(request.getSearchId())
        .setGeneration(completed.generation())
        .setEvaluations(completed.evaluations())
        .setBudget(request.getEvolution().getEvaluations())
        .setEvaluated(members(completed.evaluated()))
        .setPopulation(members(completed.population()))
        .setFront(members(completed.front()))
        .setHypervolume(completed.hypervolume())
        .setFailures(completed.failures())
        .setLast(completed.end().isPresent())
        .setReason(completed.end().map(EndReason::label).orElse(""))
        .setFinalists(completed.finalists())
        .setCheckpointStep(completed.checkpoint().map(Checkpoint::step).orElse(0L))
        .build();
  }

  /** A network of the final front as the event that asks for its training. */
  public static FinalistChosen finalist(SearchRequested request, Decision.ChooseFinalist chosen) {
    Candidate candidate = chosen.member().candidate();
    FinalistChosen.Builder written =
        FinalistChosen.newBuilder()
            .setSearchId(request.getSearchId())
            .setCandidateId(candidate.id().toString())
            .setCode(candidate.architecture().code())
            .setWhy(chosen.why())
            .setPlace(chosen.place())
            .setFinalists(chosen.finalists())
            .setCosts(costs(candidate))
            .setCheckpointSha256(candidate.checkpointSha256())
            .setSeed(request.getSeed())
            .setSpace(request.getSpace())
            .setData(request.getData())
            .setRecipe(request.getFinalists());
    if (chosen.member().evaluation().outcome()
        instanceof Outcome.Score(double accuracy, OptionalDouble loss, _)) {
      written.setAccuracy(accuracy);
      loss.ifPresent(written::setLoss);
    }
    return written.build();
  }

  private static List<Member> members(List<io.scarlet.evolution.Member> members) {
    return members.stream().map(DecisionWriter::member).toList();
  }

  private static Member member(io.scarlet.evolution.Member member) {
    Candidate candidate = member.candidate();
    Member.Builder written =
        Member.newBuilder()
            .setCandidateId(candidate.id().toString())
            .setGeneration(candidate.id().generation())
            .setSlot(candidate.id().slot())
            .setCode(candidate.architecture().code())
            .setParents(ids(candidate.parents()))
            .setOrigin(origin(candidate))
            .setCosts(costs(candidate))
            .setCheckpointSha256(candidate.checkpointSha256())
            .setRank(member.rank())
            .setCrowding(member.crowding())
            .setRescored(candidate.rescored());
    switch (member.evaluation().outcome()) {
      case Outcome.Score(double accuracy, OptionalDouble loss, OptionalDouble latency) -> {
        written.setAccuracy(accuracy);
        loss.ifPresent(written::setLoss);
        latency.ifPresent(written::setLatency);
      }
      case Outcome.Failure(String reason) -> written.setFailure(reason);
    }
    return written.build();
  }

  private static List<String> ids(List<CandidateId> ids) {
    return ids.stream().map(CandidateId::toString).toList();
  }

  private static Costs costs(Candidate candidate) {
    return new Costs(
        candidate.costs().params(), candidate.costs().macs(), candidate.costs().depth());
  }

  private static Origin origin(Candidate candidate) {
    return switch (candidate.origin()) {
      case SEEDED -> Origin.SEEDED;
      case CROSSOVER -> Origin.CROSSOVER;
      case MUTATION -> Origin.MUTATION;
      case CROSSOVER_MUTATION -> Origin.CROSSOVER_MUTATION;
      case ENUMERATED -> Origin.ENUMERATED;
    };
  }
}
