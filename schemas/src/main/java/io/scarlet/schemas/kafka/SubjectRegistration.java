package io.scarlet.schemas.kafka;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scarlet.schemas.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;

/**
 * Registers schemas over Confluent's REST API, which Confluent's and Apicurio's registries both
 * serve. Every subject is held to FULL_TRANSITIVE: replay reads the oldest record with the newest
 * schema, and an old service reads what a new one writes.
 */
final class SubjectRegistration {

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryConnection registry;
  private final HttpClient http;

  SubjectRegistration(RegistryConnection registry) {
    this.registry = registry;
    this.http = registry.http(TIMEOUT);
  }

  /**
   * Registers the schemas of these topics, all at once: a registry that has just started is slow at
   * its first answers.
   *
   * @throws TopicPreparationFailed if the registry refuses
   */
  void registerAll(Collection<Topic> topics) {
    try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> registered =
          topics.stream()
              .flatMap(topic -> topic.values().stream().map(schema -> task(topic, schema)))
              .map(task -> CompletableFuture.runAsync(task, atOnce))
              .toList();
      registered.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof TopicPreparationFailed refused
          ? refused
          : new TopicPreparationFailed("the schemas could not be registered", e.getCause());
    }
  }

  private Runnable task(Topic topic, Schema schema) {
    return () -> register(WireFormat.subject(topic.name(), schema.getFullName()), schema);
  }

  /** Registers a schema; one that is registered already keeps its version. */
  void register(String subject, Schema schema) {
    ObjectNode version = JSON.objectNode();
    version.put("schemaType", "AVRO");
    version.put("schema", schema.toString());
    send("POST", "/subjects/" + encoded(subject) + "/versions", version);
    ObjectNode compatibility = JSON.objectNode();
    compatibility.put("compatibility", "FULL_TRANSITIVE");
    send("PUT", "/config/" + encoded(subject), compatibility);
  }

  private void send(String method, String path, ObjectNode body) {
    URI address = URI.create(registry.confluentAddress() + path);
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", MEDIA_TYPE)
            .header("Accept", MEDIA_TYPE)
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    registry.authorization().ifPresent(value -> asked.header("Authorization", value));
    try {
      HttpResponse<String> response =
          http.send(asked.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new TopicPreparationFailed(
            "the registry refused %s %s with status %d: %s"
                .formatted(method, address, response.statusCode(), response.body()));
      }
    } catch (IOException e) {
      throw new TopicPreparationFailed(
          "no answer from the schema registry at %s; check that it runs there: %s"
              .formatted(registry.confluentAddress(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicPreparationFailed("interrupted while registering schemas", e);
    }
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8);
  }
}
