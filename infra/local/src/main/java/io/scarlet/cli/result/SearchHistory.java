package io.scarlet.cli.result;

import io.scarlet.events.FinalistChosen;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One search: what was asked for, and what came of it so far.
 *
 * @param request what was asked for
 * @param training the training curve in its order; empty with a table
 * @param generations in their order, at least one
 * @param finalists in the order of their choosing; none before the end
 */
public record SearchHistory(
    SearchRequested request,
    List<TrainingProgressed> training,
    List<GenerationCompleted> generations,
    List<Finalist> finalists) {

  public SearchHistory {
    training = List.copyOf(training);
    generations = List.copyOf(generations);
    finalists = List.copyOf(finalists);
    if (generations.isEmpty()) {
      throw new IllegalArgumentException("a search without a generation has no result");
    }
  }

  /**
   * The search that a log tells of.
   *
   * @throws IllegalArgumentException where it tells of no request or of no generation
   */
  public static SearchHistory of(RecordedLog log) {
    List<TrainingProgressed> training = new ArrayList<>();
    List<GenerationCompleted> generations = new ArrayList<>();
    List<SearchRequested> requests = new ArrayList<>();
    Finalists finalists = new Finalists();
    for (LoggedEvent logged : log.events()) {
      switch (logged.event()) {
        case SearchRequested asked -> requests.add(asked);
        case TrainingProgressed progress -> training.add(progress);
        case GenerationCompleted done when done.getGeneration() == generations.size() ->
            generations.add(done);
        case FinalistChosen chosen -> finalists.take(chosen);
        case ModelTrained model -> finalists.take(model);
        default -> {
          // Facts, and what a generation sums up.
        }
      }
    }
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("the log holds no request");
    }
    return new SearchHistory(requests.getFirst(), training, generations, finalists.all());
  }

  /** The generation that ended the search, or the last so far. */
  public GenerationCompleted last() {
    return generations.getLast();
  }

  /** The Pareto front of all candidates, in the order of the first objective. */
  public List<Member> front() {
    return last().getFront();
  }

  /** The most accurate network of the front; the first of those that are equal. */
  public Optional<Member> best() {
    return front().stream()
        .filter(member -> member.getAccuracy() != null)
        .max(Comparator.comparingDouble(Member::getAccuracy));
  }

  /** All candidates in folding order: by generation, then by slot. */
  public List<Member> evaluated() {
    return generations.stream().flatMap(each -> each.getEvaluated().stream()).toList();
  }

  /** Those of them that were scored with the weights of the front: scores of others are others. */
  public List<Member> comparable() {
    Set<String> weights =
        front().stream().map(Member::getCheckpointSha256).collect(Collectors.toSet());
    return evaluated().stream()
        .filter(member -> weights.isEmpty() || weights.contains(member.getCheckpointSha256()))
        .toList();
  }

  /** How a candidate came to be, in capitals. */
  public static String origin(Member member) {
    return member.getRescored() ? "RESCORED" : member.getOrigin().name();
  }

  /** The search space that the request carries. */
  public SearchSpace space() {
    return SearchSpaceYaml.read(request.getSpace());
  }

  /** The long form of a code: a label a layer. */
  public static String longForm(SearchSpace space, String code) {
    Architecture architecture = space.parse(code);
    return space.longForm(architecture);
  }

  /** The ancestors of a candidate in folding order, without itself. */
  public List<Member> ancestors(Member descendant) {
    return new Ancestry(byId()).of(descendant);
  }

  private Map<String, Member> byId() {
    Map<String, Member> byId = new LinkedHashMap<>();
    evaluated().forEach(member -> byId.put(member.getCandidateId(), member));
    return byId;
  }
}
