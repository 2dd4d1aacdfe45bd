package io.scarlet.evolver.rest;

import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchDeleted;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.io.SentText;
import io.scarlet.rest.Accepted;
import io.scarlet.rest.Problem;
import io.scarlet.rest.SearchList;
import io.scarlet.rest.SearchStatus;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Searches as a whole. What asks for something becomes an event on the log, and is answered when
 * the log has it; the search changes when the evolver has folded it.
 */
@Path("/searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "searches", description = "Searches as a whole.")
@APIResponse(
    responseCode = "default",
    description = "A problem: one line says what is wrong and what to do.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SearchesResource {

  private static final String YAML = "application/yaml";
  private static final String DELETED = "deleted";

  private final Searches searches;
  private final SearchTopic topic;

  SearchesResource(Searches searches, SearchTopic topic) {
    this.searches = searches;
    this.topic = topic;
  }

  /** All searches, by id. */
  @GET
  @Operation(
      operationId = "list",
      summary = "Lists the searches of this instance, by their ids.",
      description =
          "Several instances share the searches; the answer names the addresses of the others.")
  @APIResponse(
      responseCode = "200",
      description = "The searches.",
      content = @Content(schema = @Schema(implementation = SearchList.class)))
  public SearchList list() {
    return new SearchList(
        searches.all().stream().map(SearchViews::status).toList(), searches.elsewhere());
  }

  /** Asks for a search. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, YAML})
  @Operation(
      operationId = "submit",
      summary = "Asks for a search.",
      description =
          "The id follows from the request, so asking twice for the same gives one search.")
  @RequestBody(
      required = true,
      description =
          "The settings of docs/configuration.md; the space is the name of a preset, its YAML text,"
              + " or keys and values. Folders of pictures are paths that trainers and evaluators"
              + " can read.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(ref = RequestSchema.REQUEST)),
        @Content(mediaType = YAML, schema = @Schema(ref = RequestSchema.REQUEST))
      })
  @APIResponse(
      responseCode = "200",
      description = "There is such a search already: this is it.",
      headers =
          @Header(
              name = "Location",
              description = "The search.",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = SearchStatus.class)))
  @APIResponse(
      responseCode = "202",
      description = "The request is on the log.",
      headers =
          @Header(
              name = "Location",
              description = "The search.",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @APIResponse(
      responseCode = "409",
      description = "There was such a search, and somebody deleted it.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response submit(String body, @Context UriInfo asked) {
    SearchRequested request = SentText.request(body);
    String id = request.getSearchId();
    URI location = asked.getAbsolutePathBuilder().path(id).build();
    Optional<SearchViews> known = searches.find(id, asked.getPath());
    if (known.isPresent()) {
      return Response.ok(known.get().status()).location(location).build();
    }
    if (searches.isDeleted(id)) {
      throw ProblemException.conflict(
          "the search '%s' was deleted: another name or seed makes another search".formatted(id));
    }
    return accepted(id, List.of(request), location);
  }

  /** One search. */
  @GET
  @Path("{id}")
  @Operation(operationId = "status", summary = "Shows a search and how far it is.")
  @APIResponse(
      responseCode = "200",
      description = "The search.",
      content = @Content(schema = @Schema(implementation = SearchStatus.class)))
  public SearchStatus status(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    return searches.get(id, asked.getPath()).status();
  }

  /** Deletes a search. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "delete",
      summary = "Stops a search if it runs, and shows it no more.",
      description = "Its events stay on the log, its weights in the store; its id stays taken.")
  @APIResponse(
      responseCode = "202",
      description = "The event is on the log.",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  public Response delete(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    List<SpecificRecord> events = new ArrayList<>();
    if (!searches.get(id, asked.getPath()).ended()) {
      events.add(new SearchControlled(id, ControlAction.STOP, DELETED));
    }
    events.add(new SearchDeleted(id));
    return accepted(id, events, asked.getAbsolutePath());
  }

  /** Steers a search. */
  @POST
  @Path("{id}/controls")
  @Consumes({MediaType.APPLICATION_JSON, YAML})
  @Operation(
      operationId = "control",
      summary = "Pauses, resumes or stops a search.",
      description =
          "A pause lets the open generation be scored and opens no other. A stop ends the search"
              + " with what is scored.")
  @RequestBody(
      required = true,
      description = "What to do, and why.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(ref = RequestSchema.CONTROL)),
        @Content(mediaType = YAML, schema = @Schema(ref = RequestSchema.CONTROL))
      })
  @APIResponse(
      responseCode = "202",
      description = "The event is on the log.",
      headers =
          @Header(
              name = "Location",
              description = "The search.",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @APIResponse(
      responseCode = "409",
      description = "The search has ended.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response control(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      String body,
      @Context UriInfo asked) {
    SearchViews search = searches.get(id, asked.getPath());
    SearchControlled control = SentText.control(id, body);
    if (search.ended()) {
      throw ProblemException.conflict(
          "the search '%s' has ended: %s".formatted(id, search.status().reason()));
    }
    return accepted(
        id, List.of(control), asked.getBaseUriBuilder().path("searches").path(id).build());
  }

  private Response accepted(String id, List<? extends SpecificRecord> events, URI location) {
    topic.publish(id, events);
    return Response.accepted(new Accepted(id)).location(location).build();
  }
}
