package io.scarlet.log;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.SearchPast;
import io.scarlet.evolution.Candidate;
import io.scarlet.evolution.Checkpoint;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Evaluation;
import io.scarlet.evolution.Member;
import io.scarlet.evolution.Outcome;
import io.scarlet.evolution.Past;
import io.scarlet.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the events of a parent to the past of its fork: {@link DecisionWriter} backwards. */
final class PastReader {

  private final SearchSpace space;
  private final List<Checkpoint> published;
  private final Map<String, Checkpoint> bySha256;

  private PastReader(SearchSpace space, List<Checkpoint> published) {
    this.space = space;
    this.published = published;
    this.bySha256 =
        published.stream()
            .collect(Collectors.toMap(Checkpoint::sha256, Function.identity(), (one, _) -> one));
  }

  /**
   * The past that a request names.
   *
   * @throws IllegalArgumentException with one line, where it does not fit together
   */
  static Past past(SearchPast written, SearchSpace space) {
    PastReader reader =
        new PastReader(
            space,
            written.getCheckpoints().stream()
                .map(one -> checkpoint(one.getStep(), one.getLast(), one.getArtifact()))
                .toList());
    return new Past(
        reader.published, written.getGenerations().stream().map(reader::generation).toList());
  }

  /** A checkpoint of a training, wherever an event names it. */
  static Checkpoint checkpoint(long step, boolean last, ArtifactReference artifact) {
    return new Checkpoint(step, last, artifact.getUri(), artifact.getSha256(), artifact.getSize());
  }

  private Decision.CompleteGeneration generation(GenerationCompleted completed) {
    return new Decision.CompleteGeneration(
        completed.getGeneration(),
        members(completed.getEvaluated()),
        members(completed.getPopulation()),
        members(completed.getFront()),
        adopted(completed),
        completed.getEvaluations(),
        completed.getFailures(),
        completed.getHypervolume(),
        Optional.empty(),
        0);
  }

  /** Logs from before there was a choice do not name it; then there was but one. */
  private Optional<Checkpoint> adopted(GenerationCompleted completed) {
    return published.stream()
        .filter(known -> known.step() == completed.getCheckpointStep())
        .findFirst()
        .or(() -> published.stream().filter(Checkpoint::last).findFirst());
  }

  private List<Member> members(List<io.scarlet.events.Member> members) {
    return members.stream().map(this::member).toList();
  }

  private Member member(io.scarlet.events.Member member) {
    return new Member(
        new Evaluation(candidate(member), outcome(member)), member.getRank(), member.getCrowding());
  }

  private Candidate candidate(io.scarlet.events.Member member) {
    return new Candidate(
        CandidateReader.id(member.getCandidateId()),
        space.parse(member.getCode()),
        member.getParents().stream().map(CandidateReader::id).toList(),
        CandidateReader.origin(member.getOrigin()),
        CandidateReader.costs(member.getCosts()),
        weights(member),
        member.getRescored());
  }

  private Optional<Checkpoint> weights(io.scarlet.events.Member member) {
    if (member.getCheckpointSha256().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(bySha256.get(member.getCheckpointSha256()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the past of a fork names checkpoint %s, but does not have it"
                            .formatted(member.getCheckpointSha256()))));
  }

  private static Outcome outcome(io.scarlet.events.Member member) {
    if (member.getAccuracy() == null) {
      return new Outcome.Failure(
          Objects.requireNonNullElse(member.getFailure(), "no reason given"));
    }
    return new Outcome.Score(
        member.getAccuracy(),
        FactReader.known(member.getLoss()),
        FactReader.known(member.getLatency()));
  }
}
