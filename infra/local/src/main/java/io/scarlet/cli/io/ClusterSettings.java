package io.scarlet.cli.io;

import io.scarlet.request.RequestRefused;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.RegistrySettings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How a cluster elsewhere is reached, in a file with the settings that services have.
 *
 * @param broker from {@code kafka.*}
 * @param registry from {@code scarlet.registry.*}
 */
public record ClusterSettings(KafkaConnection broker, RegistryConnection registry) {

  private static final String KAFKA = "kafka.";
  private static final String ADDRESS = KAFKA + "bootstrap.servers";
  private static final String REGISTRY = "scarlet.registry.";

  /**
   * Reads a file of properties.
   *
   * @throws RequestRefused where it cannot be read, or lacks an address
   */
  public static ClusterSettings read(Path file) {
    Properties written = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      written.load(text);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new RequestRefused("cannot read the settings in " + file);
    }
    Map<String, Object> kafka = new TreeMap<>();
    written.stringPropertyNames().stream()
        .filter(name -> name.startsWith(KAFKA))
        .forEach(name -> kafka.put(name.substring(KAFKA.length()), written.getProperty(name)));
    if (!written.containsKey(ADDRESS)) {
      throw new RequestRefused("%s needs %s".formatted(file, ADDRESS));
    }
    try {
      return new ClusterSettings(
          new KafkaConnection(kafka), RegistryConnection.of(registry(file, written)));
    } catch (IllegalArgumentException wrong) {
      throw new RequestRefused(file + ": " + wrong.getMessage());
    }
  }

  private static RegistrySettings registry(Path file, Properties written) {
    Optional<String> url = registry(written, "url");
    if (url.isEmpty()) {
      throw new RequestRefused("%s needs %surl".formatted(file, REGISTRY));
    }
    return new Written(
        URI.create(url.get()),
        registry(written, "certificates").map(Path::of),
        registry(written, "confluent-api"),
        registry(written, "user"),
        registry(written, "password"),
        registry(written, "token"));
  }

  private static Optional<String> registry(Properties written, String setting) {
    return Optional.ofNullable(written.getProperty(REGISTRY + setting));
  }

  private record Written(
      URI url,
      Optional<Path> certificates,
      Optional<String> confluentApi,
      Optional<String> user,
      Optional<String> password,
      Optional<String> token)
      implements RegistrySettings {}
}
