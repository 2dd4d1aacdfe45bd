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
    return Stream.concat(Stream.of(ownJar()), jars(built().resolve("lib")).stream()).toList();
  }

  /** The benchmarks' jar, all that they need, and the leash. */
  public List<Path> benchClassPath() {
    return classPath("bench");
  }

  /** The studies' jar, all that they need, and the leash. */
  public List<Path> studyClassPath() {
    return classPath("study");
  }

  private List<Path> classPath(String module) {
    Path target = home.resolve(module).resolve("target");
    Path jar = present(target.resolve("scarlet-" + module + ".jar"));
    return Stream.concat(Stream.of(jar, ownJar()), jars(target.resolve("lib")).stream()).toList();
  }

  /** The evaluator's jars, all that they need, and the leash. */
  public List<Path> evaluatorClassPath() {
    return serviceClassPath("evaluator-service");
  }

  /** The trainer's jars, all that they need, and the leash. */
  public List<Path> trainerClassPath() {
    return serviceClassPath("trainer-service");
  }

  private List<Path> serviceClassPath(String module) {
    Path service = home.resolve(module).resolve("target/quarkus-app");
    Stream<Path> jars =
        Stream.of("app", "quarkus", "lib/main", "lib/boot")
            .flatMap(part -> jars(service.resolve(part)).stream());
    return Stream.concat(jars, Stream.of(ownJar())).toList();
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

  private static List<Path> jars(Path folder) {
    try (Stream<Path> jars = Files.list(present(folder))) {
      return jars.sorted().toList();
    } catch (IOException unreadable) {
      throw new ProcessFailure("cannot read " + folder, unreadable);
    }
  }

  private static Path present(Path path) {
    if (Files.notExists(path)) {
      throw new ProcessFailure(path + " is missing: run ./scarlet, which builds what is missing");
    }
    return path;
  }
}
