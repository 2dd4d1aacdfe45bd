package io.scarlet.schemas.kafka;

import io.scarlet.schemas.TopicCatalogue;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * Prepares the log of a deployment by the variables of its environment: the schemas in the registry
 * at {@code SCARLET_REGISTRY_URL}, with what else is set of {@code SCARLET_REGISTRY_*}; before them
 * the topics, where {@code KAFKA_BOOTSTRAP_SERVERS} and whatever else a client needs of {@code
 * KAFKA_*} are set. Doing it twice changes nothing.
 */
public final class PrepareLog {

  private static final String REGISTRY = "SCARLET_REGISTRY_URL";
  private static final String BROKERS = "KAFKA_BOOTSTRAP_SERVERS";
  private static final String CLIENT = "KAFKA_";

  private PrepareLog() {}

  /** Ends with 1, and one line, where it cannot be done. */
  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), System.err));
  }

  static int run(Map<String, String> environment, PrintStream err) {
    if (!environment.containsKey(REGISTRY)) {
      err.println("set SCARLET_REGISTRY_URL, to http://registry:8080 for instance");
      return 1;
    }
    try {
      RegistryConnection connection = RegistryConnection.of(new OfEnvironment(environment));
      if (environment.containsKey(BROKERS)) {
        prepareTopics(environment, connection);
      }
      new SubjectRegistration(connection).registerAll(TopicCatalogue.all());
      return 0;
    } catch (TopicPreparationFailed | IllegalArgumentException refused) {
      err.println(refused.getMessage());
      return 1;
    }
  }

  private static void prepareTopics(Map<String, String> environment, RegistryConnection registry) {
    Map<String, Object> client =
        environment.entrySet().stream()
            .filter(set -> set.getKey().startsWith(CLIENT))
            .collect(Collectors.toMap(set -> setting(set.getKey()), Map.Entry::getValue));
    try (Admin admin = new KafkaConnection(client).admin()) {
      new TopicPreparation(admin, registry).prepareTopics(TopicCatalogue.all());
    }
  }

  /** What services read as {@code scarlet.registry.*}. */
  private record OfEnvironment(Map<String, String> variables) implements RegistrySettings {

    @Override
    public URI url() {
      return URI.create(variables.get(REGISTRY));
    }

    @Override
    public Optional<Path> certificates() {
      return set("SCARLET_REGISTRY_CERTIFICATES").map(Path::of);
    }

    @Override
    public Optional<String> confluentApi() {
      return set("SCARLET_REGISTRY_CONFLUENT_API");
    }

    @Override
    public Optional<String> user() {
      return set("SCARLET_REGISTRY_USER");
    }

    @Override
    public Optional<String> password() {
      return set("SCARLET_REGISTRY_PASSWORD");
    }

    @Override
    public Optional<String> token() {
      return set("SCARLET_REGISTRY_TOKEN");
    }

    private Optional<String> set(String variable) {
      return Optional.ofNullable(variables.get(variable));
    }

    /** Without what is secret. */
    @Override
    public String toString() {
      return "registry at " + variables.get(REGISTRY);
    }
  }

  private static String setting(String variable) {
    return variable.substring(CLIENT.length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
