package io.scarlet.evolver.rest;

import io.scarlet.log.kafka.LogUnavailableException;
import io.scarlet.request.RequestRefused;
import io.scarlet.rest.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as {@code application/problem+json} (RFC 9457). */
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "1";

  Problems() {}

  @ServerExceptionMapper
  Response expected(ProblemException problem, UriInfo asked) {
    Response.ResponseBuilder answer = answer(problem.status(), problem.getMessage(), asked);
    problem.location().ifPresent(answer::location);
    if (problem.status() == Response.Status.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.build();
  }

  @ServerExceptionMapper
  Response refused(RequestRefused refused, UriInfo asked) {
    return answer(Response.Status.BAD_REQUEST, refused.getMessage(), asked).build();
  }

  @ServerExceptionMapper
  Response unavailable(LogUnavailableException lost, UriInfo asked) {
    return answer(Response.Status.SERVICE_UNAVAILABLE, lost.getMessage(), asked)
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .build();
  }

  /** What the framework refuses: unknown paths, other methods, other media types. */
  @ServerExceptionMapper
  Response refused(WebApplicationException refused, UriInfo asked) {
    Response given = refused.getResponse();
    Response.StatusType status = given.getStatusInfo();
    String detail =
        switch (status.toEnum()) {
          case NOT_FOUND -> "there is nothing at this path: /q/openapi lists what there is";
          case METHOD_NOT_ALLOWED -> "this path has no such method: /q/openapi lists what there is";
          case UNSUPPORTED_MEDIA_TYPE -> "send application/json or application/yaml";
          case NOT_ACCEPTABLE ->
              "the answer is application/json, which the request does not accept";
          default -> refused.getMessage();
        };
    Response.ResponseBuilder answer = answer(status, detail, asked);
    if (given.getHeaders().containsKey(HttpHeaders.ALLOW)) {
      answer.header(HttpHeaders.ALLOW, given.getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException failure, UriInfo asked) {
    LOG.errorf(failure, "could not answer %s", asked.getPath());
    return answer(
            Response.Status.INTERNAL_SERVER_ERROR,
            "the evolver failed to answer; its log says why",
            asked)
        .build();
  }

  static Response.ResponseBuilder answer(Response.StatusType status, String detail, UriInfo asked) {
    Problem problem =
        new Problem(
            "about:blank",
            status.getReasonPhrase(),
            status.getStatusCode(),
            oneLine(detail),
            asked.getRequestUri().getRawPath());
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(problem);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
