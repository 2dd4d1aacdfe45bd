package io.scarlet.evolver.access;

import java.util.Optional;

/**
 * What of a request decides whether it is let in.
 *
 * @param method of HTTP
 * @param host that was asked, with its port if it has one, as the request names it
 * @param origin whose page asks, where a browser does
 * @param authorization what the asker shows
 */
public record Asked(
    String method, Optional<String> host, Optional<String> origin, Optional<String> authorization) {

  /** Whether it changes nothing. */
  boolean isRead() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** The bearer's token, where there is one. */
  Optional<String> token() {
    return authorization
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length()))
        .map(value -> value.substring("Bearer ".length()).strip());
  }
}
