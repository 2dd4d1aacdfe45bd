package io.scarlet.evolver.rest;

import io.scarlet.request.RequestRefused;
import io.scarlet.rest.CandidateLineage;
import io.scarlet.rest.CandidateStatus;
import io.scarlet.rest.Failure;
import io.scarlet.rest.FinalistStatus;
import io.scarlet.rest.GenerationStatus;
import io.scarlet.rest.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is in a search. Looking on changes nothing. */
@Path("/searches/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "content", description = "What is in a search.")
@APIResponse(
    responseCode = "default",
    description = "A problem: one line says what is wrong and what to do.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SearchContentResource {

  private static final String AVRO = "avro/binary";

  private final Searches searches;
  private final RecordedLogs logs;

  SearchContentResource(Searches searches, RecordedLogs logs) {
    this.searches = searches;
    this.logs = logs;
  }

  /** The front. */
  @GET
  @Path("front")
  @Operation(
      operationId = "front",
      summary = "Lists the networks that no other beats.",
      description = "The best in the first objective comes first.")
  @APIResponse(
      responseCode = "200",
      description = "The networks.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = CandidateStatus.class)))
  public List<CandidateStatus> front(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    return searches.get(id, asked.getPath()).front();
  }

  /** The finalists. */
  @GET
  @Path("finalists")
  @Operation(
      operationId = "finalists",
      summary = "Lists the networks of the final front that are trained from scratch.",
      description = "Their test accuracy stands beside the score that led to them.")
  @APIResponse(
      responseCode = "200",
      description = "The finalists; none before the search has ended.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = FinalistStatus.class)))
  public List<FinalistStatus> finalists(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    return searches.get(id, asked.getPath()).finalists();
  }

  /** The generations. */
  @GET
  @Path("generations")
  @Operation(operationId = "generations", summary = "Lists the complete generations in order.")
  @APIResponse(
      responseCode = "200",
      description = "The generations.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = GenerationStatus.class)))
  public List<GenerationStatus> generations(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Parameter(description = "The first of them, from 0.") @QueryParam("from") @DefaultValue("0")
          int from,
      @Context UriInfo asked) {
    return searches.get(id, asked.getPath()).generations(atLeast(0, "from", from));
  }

  /** The candidates. */
  @GET
  @Path("candidates")
  @Operation(
      operationId = "candidates",
      summary = "Lists the candidates in the order in which they were taken in.",
      description =
          "That is by generation and slot, or in a steady state by outcome. The candidates of the"
              + " open generation come last; as many as 'settled' of the search says keep their"
              + " place, so who has these asks from there on.")
  @APIResponse(
      responseCode = "200",
      description = "The candidates.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = CandidateStatus.class)))
  public List<CandidateStatus> candidates(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Parameter(description = "Place of the first, from 0.") @QueryParam("from") @DefaultValue("0")
          int from,
      @Parameter(description = "How many at most; all where it is left out.")
          @QueryParam("limit")
          @DefaultValue("2147483647")
          int limit,
      @Context UriInfo asked) {
    return searches
        .get(id, asked.getPath())
        .candidates(atLeast(0, "from", from), atLeast(1, "limit", limit));
  }

  /** A candidate. */
  @GET
  @Path("candidates/{candidate}")
  @Operation(
      operationId = "lineage",
      summary = "Shows a candidate and all that it descends from.",
      description =
          "Each with the operator that made it, its score and the weights it was scored by.")
  @APIResponse(
      responseCode = "200",
      description = "The candidate and its ancestors.",
      content = @Content(schema = @Schema(implementation = CandidateLineage.class)))
  public CandidateLineage lineage(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Parameter(description = "Of the candidate.") @PathParam("candidate") String candidate,
      @Context UriInfo asked) {
    return CandidateViews.lineage(searches.get(id, asked.getPath()).candidates(), candidate)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "the search '%s' has no candidate '%s'".formatted(id, candidate)));
  }

  /** What failed. */
  @GET
  @Path("failures")
  @Operation(
      operationId = "failures",
      summary = "Lists what failed.",
      description = "First what services could not go on with, then evaluations.")
  @APIResponse(
      responseCode = "200",
      description = "The failures.",
      content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Failure.class)))
  public List<Failure> failures(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    return searches.get(id, asked.getPath()).failures();
  }

  /** The log. */
  @GET
  @Path("log")
  @Produces(AVRO)
  @Operation(
      operationId = "log",
      summary = "Hands out all events of the search in the order of their folding.",
      description =
          "An Avro container file as docs/architecture.md describes it: ./scarlet replay derives"
              + " every decision from it again.")
  @APIResponse(
      responseCode = "200",
      description = "The file log.avro.",
      content =
          @Content(
              mediaType = AVRO,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      format = "binary",
                      description = "An Avro container file.")))
  public byte[] log(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Context UriInfo asked) {
    searches.get(id, asked.getPath());
    return logs.of(id);
  }

  private static int atLeast(int least, String name, int given) {
    if (given < least) {
      throw new RequestRefused("'%s' is at least %d, got %d".formatted(name, least, given));
    }
    return given;
  }
}
