package io.scarlet.schemas.kafka;

import io.scarlet.schemas.TopicCatalogue;
import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * Prepares the log of a deployment by the variables of its environment: the schemas in the registry
 * at {@code SCARLET_REGISTRY_URL}; before them the topics, where {@code KAFKA_BOOTSTRAP_SERVERS}
 * and whatever else a client needs of {@code KAFKA_*} are set. Doing it twice changes nothing.
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
    String registry = environment.get(REGISTRY);
    if (registry == null) {
      err.println("set SCARLET_REGISTRY_URL, to http://registry:8080 for instance");
      return 1;
    }
    try {
      if (environment.containsKey(BROKERS)) {
        prepareTopics(environment, URI.create(registry));
      }
      new SubjectRegistration(URI.create(registry)).registerAll(TopicCatalogue.all());
      return 0;
    } catch (TopicPreparationFailed | IllegalArgumentException refused) {
      err.println(refused.getMessage());
      return 1;
    }
  }

  private static void prepareTopics(Map<String, String> environment, URI registry) {
    Map<String, Object> client =
        environment.entrySet().stream()
            .filter(set -> set.getKey().startsWith(CLIENT))
            .collect(Collectors.toMap(set -> setting(set.getKey()), Map.Entry::getValue));
    try (Admin admin = Admin.create(client)) {
      new TopicPreparation(admin, registry).prepareTopics(TopicCatalogue.all());
    }
  }

  private static String setting(String variable) {
    return variable.substring(CLIENT.length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
