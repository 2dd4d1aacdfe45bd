package io.scarlet.evolver.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who may ask the evolver for what; see {@code docs/security.md}. */
@ConfigMapping(prefix = "scarlet.access")
public interface AccessSettings {

  /** The token that a writer sends; for secrets that come as environment variables. */
  Optional<String> token();

  /** A file with the token; read at the start. */
  Optional<Path> tokenFile();

  /** Whether those who look on need the token, too. */
  @WithDefault("open")
  Reads reads();

  /**
   * The names under which the evolver is reached. A request for another host is refused. Without
   * them, an evolver on loopback answers to the names of loopback, any other to every name.
   */
  Optional<List<String>> hosts();

  /** What those who look on need. */
  enum Reads {
    OPEN,
    TOKEN
  }
}
