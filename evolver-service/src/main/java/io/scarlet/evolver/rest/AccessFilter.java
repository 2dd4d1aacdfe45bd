package io.scarlet.evolver.rest;

import io.scarlet.evolver.access.AccessControl;
import io.scarlet.evolver.access.Asked;
import io.scarlet.evolver.access.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets in who may, before anything else is looked at. */
final class AccessFilter {

  private final AccessControl access;

  AccessFilter(AccessControl access) {
    this.access = access;
  }

  @ServerRequestFilter(preMatching = true)
  Optional<Response> refuse(ContainerRequestContext asked) {
    Asked headers =
        new Asked(
            asked.getMethod(),
            host(asked),
            header(asked, "Origin"),
            header(asked, HttpHeaders.AUTHORIZATION));
    return access.refusal(headers).map(refusal -> answer(refusal, asked));
  }

  private static Response answer(Refusal refusal, ContainerRequestContext asked) {
    return switch (refusal) {
      case Refusal.Unauthorized(String detail, String challenge) ->
          Problems.answer(Response.Status.UNAUTHORIZED, detail, asked.getUriInfo())
              .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
              .build();
      case Refusal.Forbidden(String detail) ->
          Problems.answer(Response.Status.FORBIDDEN, detail, asked.getUriInfo()).build();
    };
  }

  /** In HTTP/2 it is a part of the address. */
  private static Optional<String> host(ContainerRequestContext asked) {
    return header(asked, HttpHeaders.HOST)
        .or(() -> Optional.ofNullable(asked.getUriInfo().getRequestUri().getRawAuthority()));
  }

  private static Optional<String> header(ContainerRequestContext asked, String name) {
    return Optional.ofNullable(asked.getHeaderString(name));
  }
}
