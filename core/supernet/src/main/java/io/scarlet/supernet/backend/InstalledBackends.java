package io.scarlet.supernet.backend;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The backends of a build.
 *
 * @param providers in no particular order
 */
public record InstalledBackends(List<BackendProvider> providers) {

  /** The faster first. */
  private static final List<BackendChoice> BEST =
      List.of(BackendChoice.CPU, BackendChoice.PORTABLE);

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
    return switch (choice) {
      case AUTO -> best();
      case CPU, PORTABLE -> asked(choice);
      case NONE ->
          throw new BackendUnavailableException(
              "the backend 'none' computes nothing: choose 'auto', 'cpu' or 'portable'");
    };
  }

  private Selection best() {
    return BEST.stream()
        .flatMap(choice -> find(choice).stream())
        .flatMap(provider -> usable(provider, "chosen automatically: ").stream())
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
    return "this build has no backend '%s': %s, or choose 'auto'"
        .formatted(choice.key(), remedy(choice));
  }

  private static String remedy(BackendChoice choice) {
    return choice == BackendChoice.PORTABLE
        ? "build with the Maven profile 'portable' (./mvnw -Pportable package), or 'cuda' for a GPU"
        : "add its module to the build";
  }

  private String nothingUsable() {
    return "no backend can compute here (%s)"
        .formatted(BEST.stream().map(this::obstacle).collect(Collectors.joining("; ")));
  }

  private String obstacle(BackendChoice choice) {
    String obstacle =
        find(choice)
            .map(provider -> provider.availability().reason())
            .orElseGet(() -> "not in this build, " + remedy(choice));
    return choice.key() + ": " + obstacle;
  }
}
