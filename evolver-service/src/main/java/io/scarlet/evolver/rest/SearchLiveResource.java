package io.scarlet.evolver.rest;

import io.scarlet.rest.EvaluatorStatus;
import io.scarlet.rest.Problem;
import io.scarlet.rest.SearchStatus;
import io.scarlet.rest.SpaceStatus;
import io.scarlet.rest.TrainingHistory;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A search while it runs. Looking on changes nothing. */
@Path("/searches/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live", description = "A search while it runs.")
@APIResponse(
    responseCode = "default",
    description = "A problem: one line says what is wrong and what to do.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SearchLiveResource {

  private static final String STATUS = "status";
  private static final String GONE = "gone";

  private final Searches searches;
  private final SearchNews news;

  SearchLiveResource(Searches searches, SearchNews news) {
    this.searches = searches;
    this.news = news;
  }

  /** How it changes. */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "events",
      summary = "Tells how far the search is, now and whenever that changes.",
      description =
          "Server-sent events 'status', at most four a second, with the search as GET"
              + " /searches/{id} shows it; every 15 seconds without news one as a sign of life."
              + " The last is 'gone' where this instance has the search no more.")
  @APIResponse(
      responseCode = "200",
      description = "Server-sent events, each a search as JSON.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = SearchStatus.class)))
  public Multi<OutboundSseEvent> events(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Parameter(description = "Id of the last event that the client has; browsers send it.")
          @HeaderParam("Last-Event-ID")
          @DefaultValue("")
          String known,
      @Context Sse sse,
      @Context UriInfo asked) {
    searches.get(id, asked.getPath());
    return news.of(id, known).map(look -> event(sse, look));
  }

  private static OutboundSseEvent event(Sse sse, SearchNews.Look look) {
    OutboundSseEvent.Builder event = sse.newEventBuilder();
    return look.status()
        .map(
            status ->
                event
                    .name(STATUS)
                    .id(look.revision())
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(SearchStatus.class, status)
                    .build())
        .orElseGet(() -> event.name(GONE).data(String.class, GONE).build());
  }

  /** The training. */
  @GET
  @Path("training")
  @Operation(
      operationId = "training",
      summary = "Shows how the supernet trained so far.",
      description = "Empty with a table.")
  @APIResponse(
      responseCode = "200",
      description = "The reports of the trainer.",
      content = @Content(schema = @Schema(implementation = TrainingHistory.class)))
  public TrainingHistory training(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    return searches.get(id, asked.getPath()).training();
  }

  /** The evaluators. */
  @GET
  @Path("evaluators")
  @Operation(
      operationId = "evaluators",
      summary = "Lists the evaluators that scored candidates of the search, by their names.",
      description = "The 256 that were seen last.")
  @APIResponse(
      responseCode = "200",
      description = "The evaluators.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = EvaluatorStatus.class)))
  public List<EvaluatorStatus> evaluators(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    return LiveViews.evaluators(searches.get(id, asked.getPath()).timed());
  }

  /** The space. */
  @GET
  @Path("space")
  @Operation(
      operationId = "space",
      summary = "Describes what the search may choose from, layer by layer.")
  @APIResponse(
      responseCode = "200",
      description = "The search space.",
      content = @Content(schema = @Schema(implementation = SpaceStatus.class)))
  public SpaceStatus space(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    return searches.get(id, asked.getPath()).space();
  }
}
