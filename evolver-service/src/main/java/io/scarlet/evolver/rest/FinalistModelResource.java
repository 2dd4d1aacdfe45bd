package io.scarlet.evolver.rest;

import io.scarlet.request.RequestRefused;
import io.scarlet.rest.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The models of finalists, to take away. */
@Path("/searches/{id}/finalists/{code}/model")
@Tag(name = "content", description = "What is in a search.")
@APIResponse(
    responseCode = "default",
    description = "A problem: one line says what is wrong and what to do.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class FinalistModelResource {

  private final Searches searches;
  private final FinalistModels models;

  FinalistModelResource(Searches searches, FinalistModels models) {
    this.searches = searches;
    this.models = models;
  }

  /** A model. */
  @GET
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "model",
      summary = "Hands out the model of a finalist as a file for other programs.",
      description =
          "The files of ./scarlet export, see docs/models.md. Where the evolver knows no artifact"
              + " store, there is nothing here.")
  @APIResponse(
      responseCode = "200",
      description = "The file.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      format = "binary",
                      description = "The file, under its name.")))
  public Response model(
      @Parameter(description = "Of the search.") @PathParam("id") String id,
      @Parameter(description = "Architecture code of the finalist.") @PathParam("code") String code,
      @Parameter(description = "onnx, or safetensors as PyTorch names and lays out its weights.")
          @QueryParam("format")
          @DefaultValue("onnx")
          String format,
      @Context UriInfo asked) {
    FinalistModels.Format wanted = format(format);
    byte[] file = models.file(searches.get(id, asked.getPath()).model(code), wanted);
    return Response.ok(file)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.%s\""
                .formatted(id.replaceAll("[^A-Za-z0-9._-]+", "-"), code, wanted))
        .build();
  }

  private static FinalistModels.Format format(String given) {
    return Arrays.stream(FinalistModels.Format.values())
        .filter(each -> each.name().equals(given))
        .findFirst()
        .orElseThrow(
            () -> new RequestRefused("'format' is onnx or safetensors, got '" + given + "'"));
  }
}
