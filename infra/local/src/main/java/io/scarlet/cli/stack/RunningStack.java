package io.scarlet.cli.stack;

import io.scarlet.cli.io.EvolverClient;
import io.scarlet.request.RequestRefused;
import io.scarlet.rest.CandidateLineage;
import io.scarlet.rest.SearchPhase;
import io.scarlet.rest.SearchStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stack that runs, asked by ids that may be abbreviated.
 *
 * @param evolver answers
 */
public record RunningStack(EvolverClient evolver) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Pattern CANDIDATE = Pattern.compile("(.+)(-g\\d{3,9}-s\\d{2,9})");

  /**
   * The search whose id begins so.
   *
   * @param prefix of its id; a whole id always names its search
   * @throws RequestRefused where none does, or several do
   */
  public SearchStatus search(String prefix) {
    List<SearchStatus> fitting =
        evolver.searches().stream().filter(each -> each.id().startsWith(prefix)).toList();
    Optional<SearchStatus> named =
        fitting.stream().filter(each -> each.id().equals(prefix)).findFirst();
    if (named.isPresent()) {
      return named.get();
    }
    if (fitting.isEmpty()) {
      throw new RequestRefused(
          "there is no search '%s': ./scarlet list shows those that there are".formatted(prefix));
    }
    if (fitting.size() > 1) {
      throw new RequestRefused(
          "'%s' fits %s: write more of it"
              .formatted(
                  prefix,
                  fitting.stream().map(SearchStatus::id).collect(Collectors.joining(" and "))));
    }
    return fitting.getFirst();
  }

  /**
   * A candidate with its ancestors.
   *
   * @param name its id, within which that of its search may be abbreviated
   * @throws RequestRefused where there is none
   */
  public CandidateLineage lineage(String name) {
    Matcher id = CANDIDATE.matcher(name);
    if (!id.matches()) {
      throw new RequestRefused(
          "'%s' is no candidate: the id of a search, then -g000-s00 for instance".formatted(name));
    }
    String search = search(id.group(1)).id();
    return evolver.lineage(search, search + id.group(2));
  }

  /**
   * The search as soon as it is in one of these phases: what was asked of it is on the log, and
   * folded soon.
   *
   * @return how it is then, or when patience is over
   */
  public SearchStatus await(String id, Set<SearchPhase> phases) throws InterruptedException {
    long start = System.nanoTime();
    Optional<SearchStatus> status = found(id);
    while (status.filter(each -> phases.contains(each.phase())).isEmpty()
        && System.nanoTime() - start < PATIENCE.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
      status = found(id);
    }
    return status.orElseThrow(() -> new RequestRefused("there is no search '" + id + "'"));
  }

  /** Waits until a search is gone, or patience is over. */
  public void awaitGone(String id) throws InterruptedException {
    long start = System.nanoTime();
    while (found(id).isPresent() && System.nanoTime() - start < PATIENCE.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  private Optional<SearchStatus> found(String id) {
    Predicate<SearchStatus> same = each -> each.id().equals(id);
    return evolver.searches().stream().filter(same).findFirst();
  }
}
