package io.scarlet.supernet.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

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
    List<String> obstacles = new ArrayList<>();
    for (BackendChoice choice : BEST) {
      Optional<BackendProvider> provider = find(choice);
      Availability availability =
          provider
              .map(BackendProvider::availability)
              .orElseGet(() -> Availability.no("not in this build, " + remedy(choice)));
      if (availability.available()) {
        return new Selection(
            provider.orElseThrow(), "chosen automatically: " + availability.reason());
      }
      obstacles.add(choice.key() + ": " + availability.reason());
    }
    throw new BackendUnavailableException(
        "no backend can compute here (%s)".formatted(String.join("; ", obstacles)));
  }

  private Selection asked(BackendChoice choice) {
    BackendProvider provider =
        find(choice).orElseThrow(() -> new BackendUnavailableException(missing(choice)));
    Availability availability = provider.availability();
    if (!availability.available()) {
      throw new BackendUnavailableException(
          "the backend '%s' cannot compute here: %s"
              .formatted(choice.key(), availability.reason()));
    }
    return new Selection(provider, "as set: " + availability.reason());
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
}
