package io.scarlet.kubernetes;

import java.util.stream.Stream;

/** Whoever takes changes over HTTP has a token: without one it refuses all that come from afar. */
final class TokenRule implements Rule {

  static final String TOKEN = "SCARLET_ACCESS_TOKEN";

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.inContainers(
        (_, container) ->
            !Program.of(container).settings().contains(TOKEN)
                    || Environment.of(manifests, container).isSecret(TOKEN)
                ? Stream.of()
                : Stream.of("takes no changes, without a secret as " + TOKEN));
  }
}
