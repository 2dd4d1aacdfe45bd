package io.scarlet.local;

import io.scarlet.local.process.ProcessFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the built parts of Scarlet lie.
 *
 * @param home the folder of the project
 */
public record Installation(Path home) {

  private static final String HOME = "scarlet.home";

  /**
   * The installation that this process was started from, by the system property {@code
   * scarlet.home}.
   *
   * @throws ProcessFailure where it is not set
   */
  public static Installation current() {
    String home = System.getProperty(HOME, "");
    if (home.isEmpty()) {
      throw new ProcessFailure("the property scarlet.home is not set: start Scarlet by ./scarlet");
    }
    return new Installation(Path.of(home));
  }

  /** The jar of this module, which also holds the leash and the broker's main program. */
  public Path ownJar() {
    return present(built().resolve("scarlet-local.jar"));
  }

  /** This module's jar and all that it needs. */
  public List<Path> ownClassPath() {
    try (Stream<Path> libraries = Files.list(present(built().resolve("lib")))) {
      return Stream.concat(Stream.of(ownJar()), libraries.sorted()).toList();
    } catch (IOException unreadable) {
      throw new ProcessFailure("cannot read " + built().resolve("lib"), unreadable);
    }
  }

  /** The jar that starts the registry. */
  public Path registry() {
    return present(built().resolve("registry").resolve("quarkus-run.jar"));
  }

  /**
   * The jar that starts a service.
   *
   * @param module its folder in the project
   */
  public Path service(String module) {
    return present(home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
  }

  private Path built() {
    return home.resolve("infra/local/target");
  }

  private static Path present(Path path) {
    if (Files.notExists(path)) {
      throw new ProcessFailure(path + " is missing: run ./scarlet, which builds what is missing");
    }
    return path;
  }
}
