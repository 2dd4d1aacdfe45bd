package io.scarlet.evolver.rest;

import io.scarlet.evolver.SearchBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The searches of this instance, and where the others are. */
@ApplicationScoped
class Searches {

  private final SearchBoard board;
  private final ProgressReader progress;
  private final Instances instances;

  Searches(SearchBoard board, ProgressReader progress, Instances instances) {
    this.board = board;
    this.progress = progress;
    this.instances = instances;
  }

  /** All of this instance, by id. */
  List<SearchViews> all() {
    return board.all().entrySet().stream()
        .map(each -> new SearchViews(each.getValue(), progress.of(each.getKey())))
        .toList();
  }

  /** The addresses of the instances that have the others. */
  List<String> elsewhere() {
    return instances.others().stream().map(URI::toString).toList();
  }

  /**
   * A search.
   *
   * @param path that was asked for, to be asked of the instance that has it
   * @throws ProblemException where it is not here
   */
  SearchViews get(String searchId, String path) {
    return find(searchId, path)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    board.isDeleted(searchId)
                        ? "the search '%s' was deleted".formatted(searchId)
                        : "there is no search '%s': /searches lists those that there are"
                            .formatted(searchId)));
  }

  /**
   * A search, if there is one.
   *
   * @param path that was asked for, to be asked of the instance that has it
   * @throws ProblemException where another instance would have it
   */
  Optional<SearchViews> find(String searchId, String path) {
    Optional<SearchViews> here = here(searchId);
    if (here.isEmpty()) {
      instances
          .ownerOf(searchId)
          .ifPresent(
              owner -> {
                throw ProblemException.elsewhere(
                    "another instance has the search '%s': %s".formatted(searchId, owner),
                    owner.resolve(path));
              });
    }
    return here;
  }

  /** A search, if this instance has it. */
  Optional<SearchViews> here(String searchId) {
    return board.find(searchId).map(found -> new SearchViews(found, progress.of(searchId)));
  }

  /** Whether somebody deleted a search of this id. */
  boolean isDeleted(String searchId) {
    return board.isDeleted(searchId);
  }
}
