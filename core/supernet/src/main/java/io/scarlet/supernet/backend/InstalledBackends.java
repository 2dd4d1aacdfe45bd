package io.scarlet.supernet.backend;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The backends of a build.
 *
 * @param providers in no particular order
 */
public record InstalledBackends(List<BackendProvider> providers) {

  private static final String REMEDY =
      "start Java with --add-modules jdk.incubator.vector, or build with -Pportable";

  /**
   * What a choice came to.
   *
   * @param provider of the backend
   * @param reason for it, for a log
   */
  public record Selection(BackendProvider provider, String reason) {}

  public InstalledBackends {
    providers = List.copyOf(providers);
  }

  /** What the class path holds. */
  public static InstalledBackends onClassPath() {
    return new InstalledBackends(
        ServiceLoader.load(BackendProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * The backend that a choice means here.
   *
   * @throws BackendUnavailableException if there is none
   */
  public Selection select(BackendChoice choice) {
    return choice == BackendChoice.AUTO ? best() : asked(choice);
  }

  private Selection best() {
    return Stream.of(BackendChoice.CPU, BackendChoice.PORTABLE)
        .flatMap(choice -> find(choice).stream())
        .flatMap(provider -> usable(provider, "chosen by itself: ").stream())
        .findFirst()
        .orElseThrow(() -> new BackendUnavailableException(nothingUsable()));
  }

  private Selection asked(BackendChoice choice) {
    BackendProvider provider =
        find(choice).orElseThrow(() -> new BackendUnavailableException(missing(choice)));
    return usable(provider, "as set: ")
        .orElseThrow(
            () ->
                new BackendUnavailableException(
                    "the backend '%s' cannot compute here: %s"
                        .formatted(choice.key(), provider.availability().reason())));
  }

  private static Optional<Selection> usable(BackendProvider provider, String how) {
    Availability availability = provider.availability();
    return availability.available()
        ? Optional.of(new Selection(provider, how + availability.reason()))
        : Optional.empty();
  }

  private Optional<BackendProvider> find(BackendChoice choice) {
    return providers.stream().filter(provider -> provider.name().equals(choice.key())).findFirst();
  }

  private static String missing(BackendChoice choice) {
    String remedy =
        choice == BackendChoice.PORTABLE
            ? "build with the Maven profile 'portable' (./mvnw -Pportable package), or 'cuda' for a"
                + " GPU, or choose 'auto'"
            : "add its module to the build, or choose 'auto'";
    return "this build has no backend '%s': %s".formatted(choice.key(), remedy);
  }

  private String nothingUsable() {
    String obstacles =
        providers.stream()
            .map(provider -> provider.name() + ": " + provider.availability().reason())
            .collect(Collectors.joining("; "));
    return "no backend can compute here (%s): %s"
        .formatted(obstacles.isEmpty() ? "this build has none" : obstacles, REMEDY);
  }
}
