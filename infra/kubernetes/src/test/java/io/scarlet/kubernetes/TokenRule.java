package io.scarlet.kubernetes;

import java.util.Map;
import java.util.stream.Stream;

/** Whoever takes changes over HTTP has a token: without one it refuses all that come from afar. */
final class TokenRule implements Rule {

  static final String TOKEN = "SCARLET_ACCESS_TOKEN";

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(
            each ->
                each.containers()
                    .filter(TokenRule::takesChanges)
                    .filter(container -> !Environment.of(manifests, container).isSecret(TOKEN))
                    .map(
                        container ->
                            each.title() + ": takes no changes, without a secret as " + TOKEN));
  }

  private static boolean takesChanges(Map<String, Object> container) {
    return Program.of(container).settings().contains(TOKEN);
  }
}
