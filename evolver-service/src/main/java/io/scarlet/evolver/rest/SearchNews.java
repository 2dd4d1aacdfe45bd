package io.scarlet.evolver.rest;

import io.scarlet.rest.SearchStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * How a search changes, for those who look on: they look at what is folded, at a steady pace. So
 * however many look, and however slowly they read, the folding neither knows nor waits, and what
 * nobody has read yet takes no memory.
 */
@ApplicationScoped
class SearchNews {

  private static final Duration PACE = Duration.ofMillis(250);

  /** Looks without news after which there is a sign of life, so that lost connections are found. */
  private static final int QUIET = 60;

  private final Searches searches;

  SearchNews(Searches searches) {
    this.searches = searches;
  }

  /**
   * A search at one moment.
   *
   * @param revision of the search, see {@link SearchViews#revision}
   * @param status empty once it is not here any more
   */
  record Look(String revision, Optional<SearchStatus> status) {}

  /**
   * The search now and whenever it has changed since the last look, until it is not here any more.
   *
   * @param known revision that who looks on has already; empty text for none
   */
  Multi<Look> of(String searchId, String known) {
    Watch watch = new Watch(searchId, known);
    return Multi.createFrom()
        .ticks()
        .every(PACE)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
        .map(_ -> watch.look())
        .select()
        .first(_ -> !watch.over)
        .filter(Optional::isPresent)
        .map(Optional::get);
  }

  /** One who looks on. */
  private final class Watch {

    private final String searchId;
    private String revision;
    private int quiet;
    private boolean gone;
    private boolean over;

    Watch(String searchId, String known) {
      this.searchId = searchId;
      this.revision = known;
    }

    Optional<Look> look() {
      over = gone;
      Optional<SearchViews> search = searches.here(searchId);
      if (search.isEmpty()) {
        gone = true;
        return Optional.of(new Look("", Optional.empty()));
      }
      String now = search.get().revision();
      quiet++;
      if (now.equals(revision) && quiet < QUIET) {
        return Optional.empty();
      }
      revision = now;
      quiet = 0;
      return Optional.of(new Look(now, Optional.of(search.get().status())));
    }
  }
}
