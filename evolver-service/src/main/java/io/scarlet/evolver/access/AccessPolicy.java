package io.scarlet.evolver.access;

import io.scarlet.evolver.access.AccessSettings.Reads;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who is let in.
 *
 * <ul>
 *   <li>With a token, whoever asks for a change shows it; without one, changes are taken on
 *       loopback only, from this machine.
 *   <li>A page of another site asks for no change, whatever it shows.
 *   <li>A host that is not ours is not answered: a name of somebody else that leads here (DNS
 *       rebinding) would make their page ours.
 * </ul>
 */
final class AccessPolicy {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Optional<Token> token;
  private final Reads reads;
  private final Optional<Set<String>> hosts;
  private final boolean loopback;

  /**
   * Of these settings.
   *
   * @param loopback whether the evolver listens on loopback only
   */
  AccessPolicy(AccessSettings settings, boolean loopback) {
    this.token = Token.of(settings);
    this.reads = settings.reads();
    this.loopback = loopback;
    this.hosts =
        settings
            .hosts()
            .map(AccessPolicy::lowerCase)
            .or(() -> loopback ? Optional.of(LOOPBACK) : Optional.empty());
  }

  /** Why a request is not let in; empty where it is. */
  Optional<Refusal> refusal(Asked asked) {
    Optional<String> name = asked.host().map(AccessPolicy::name);
    if (hosts.isPresent() && name.filter(hosts.get()::contains).isEmpty()) {
      return forbidden(
          "the evolver is not called %s: use one of its names, or add this one to scarlet.access.hosts"
              .formatted(name.orElse("nothing")));
    }
    if (asked.isRead()) {
      return reads == Reads.OPEN ? Optional.empty() : withoutToken(asked);
    }
    if (asked.origin().isPresent() && !isOwn(asked.origin().get(), asked.host())) {
      return forbidden("a page of another site, %s, asks".formatted(asked.origin().get()));
    }
    return withoutToken(asked);
  }

  /** Whether changes are refused to everybody. */
  boolean refusesAllWrites() {
    return token.isEmpty() && !loopback;
  }

  private Optional<Refusal> withoutToken(Asked asked) {
    if (token.isEmpty()) {
      return loopback
          ? Optional.empty()
          : forbidden(
              "the evolver has no token, so it takes no changes: set scarlet.access.token-file");
    }
    if (asked.token().isEmpty()) {
      return Optional.of(
          new Refusal.Unauthorized(
              "this needs the token of the evolver: send Authorization: Bearer TOKEN",
              "Bearer realm=\"scarlet\""));
    }
    return asked.token().filter(token.get()::is).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Refusal.Unauthorized(
                "this is not the token of the evolver",
                "Bearer realm=\"scarlet\", error=\"invalid_token\""));
  }

  private static Optional<Refusal> forbidden(String detail) {
    return Optional.of(new Refusal.Forbidden(detail));
  }

  /** A browser writes scheme and host; what it cannot tell is {@code null}, and foreign. */
  private static boolean isOwn(String origin, Optional<String> host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && host.filter(authority::equalsIgnoreCase).isPresent();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /** The host without its port. */
  private static String name(String host) {
    int port = host.lastIndexOf(':');
    boolean hasPort = port > host.lastIndexOf(']');
    return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }

  private static Set<String> lowerCase(List<String> names) {
    return Set.copyOf(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
  }
}
