package io.scarlet.kubernetes;

import io.quarkus.kafka.streams.runtime.KafkaStreamsRuntimeConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.scarlet.evolver.RegistryConfig;
import io.scarlet.evolver.access.AccessSettings;
import io.scarlet.trainer.TrainerSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * A program in a container.
 *
 * @param settings all of them, as environment variables
 */
record Program(Set<String> settings) {

  private static final Set<String> OF_EVERY_JAVA = Set.of("JAVA_TOOL_OPTIONS");

  /** For other variables of the same container to refer to. */
  private static final Set<String> OF_A_POD = Set.of("POD_IP");

  /** Of the object store's client. */
  private static final Set<String> OF_THE_STORE =
      Set.of("AWS_REGION", "AWS_ENDPOINT_URL_S3", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

  /** The program of a container. */
  static Program of(Map<String, Object> container) {
    return named(String.valueOf(container.get("name")));
  }

  /** The program of a container of this name; one that is unknown has no settings. */
  static Program named(String name) {
    return new Program(
        switch (name) {
          case "trainer" -> computing(TrainerSettings.class);
          case "evaluator" -> computing(EvaluatorSettings.class);
          case "evolver" ->
              union(
                  List.of(
                      mapped(evolver()),
                      mapped(RegistryConfig.class),
                      mapped(AccessSettings.class),
                      Set.of(MappedSettings.variable("scarlet.store.url")),
                      OF_THE_STORE,
                      mapped(KafkaStreamsRuntimeConfig.class),
                      kafka(),
                      traces(),
                      OF_A_POD,
                      OF_EVERY_JAVA));
          case "schemas", "preparation" ->
              union(List.of(mapped(RegistryConfig.class), Set.of("KAFKA_BOOTSTRAP_SERVERS")));
          case "registry" -> RegistrySettings.names();
          default -> Set.of();
        });
  }

  private static Set<String> computing(Class<?> mapping) {
    return union(List.of(mapped(mapping), kafka(), traces(), OF_THE_STORE, OF_EVERY_JAVA));
  }

  private static Class<?> evolver() {
    try {
      return Class.forName("io.scarlet.evolver.EvolverConfig");
    } catch (ClassNotFoundException moved) {
      throw new IllegalStateException("the evolver's settings are elsewhere", moved);
    }
  }

  private static Set<String> mapped(Class<?> mapping) {
    return MappedSettings.of(mapping);
  }

  /** Whatever Kafka's clients understand. */
  private static Set<String> kafka() {
    return Stream.of(
            ProducerConfig.configNames(),
            ConsumerConfig.configNames(),
            AdminClientConfig.configNames())
        .flatMap(Set::stream)
        .map(name -> MappedSettings.variable("kafka." + name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> traces() {
    return union(List.of(mapped(OTelRuntimeConfig.class), mapped(OtlpExporterRuntimeConfig.class)));
  }

  private static Set<String> union(List<Set<String>> sets) {
    return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
