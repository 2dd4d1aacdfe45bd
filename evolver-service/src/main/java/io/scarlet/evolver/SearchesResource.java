package io.scarlet.evolver;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Shows the searches whose partitions this instance has. Looking on changes nothing. */
@Path("/searches")
@Produces(MediaType.APPLICATION_JSON)
public class SearchesResource {

  private final SearchBoard board;

  SearchesResource(SearchBoard board) {
    this.board = board;
  }

  /** All searches, by id. */
  @GET
  public List<SearchView> all() {
    return board.all().values().stream().map(SearchView::of).toList();
  }

  /** One search. */
  @GET
  @Path("{id}")
  public SearchView one(String id) {
    return board
        .find(id)
        .map(SearchView::of)
        .orElseThrow(() -> new NotFoundException("no search " + id + " on this instance"));
  }
}
