package io.scarlet.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.scarlet.schemas.Access;
import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.kafka.RegistryConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a {@code @QuarkusTest} the shared stack. With the argument {@code client}, the name of an
 * access of the catalogue, the service under test comes over TLS, as that client and with its
 * rights only; its test comes as whoever may do everything, by {@code test.broker} and {@code
 * test.registry}.
 */
public final class KafkaStackResource implements QuarkusTestResourceLifecycleManager {

  private Optional<String> client = Optional.empty();

  /** Called by Quarkus. */
  public KafkaStackResource() {}

  @Override
  public void init(Map<String, String> arguments) {
    client = Optional.ofNullable(arguments.get("client"));
  }

  @Override
  public Map<String, String> start() {
    KafkaStack stack = KafkaStack.shared();
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.devservices.enabled", "false");
    settings.put("test.broker", stack.bootstrapServers());
    settings.put("test.registry", stack.registry().toString());
    client
        .map(KafkaStackResource::access)
        .ifPresentOrElse(
            access -> settings.putAll(secured(stack, access)),
            () -> {
              settings.put("kafka.bootstrap.servers", stack.bootstrapServers());
              settings.put("scarlet.registry.url", stack.registry().toString());
            });
    return settings;
  }

  private static Map<String, String> secured(KafkaStack stack, Access access) {
    Map<String, String> settings = new HashMap<>();
    stack.admit(access).forEach((name, value) -> settings.put("kafka." + name, value));
    RegistryConnection registry = stack.secureRegistry();
    settings.put("scarlet.registry.url", registry.url().toString());
    settings.put("scarlet.registry.certificates", registry.certificates().orElseThrow().toString());
    return settings;
  }

  private static Access access(String client) {
    return AccessCatalogue.all().stream()
        .filter(access -> access.client().equals(client))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such client: " + client));
  }

  @Override
  public void stop() {
    // The stack is shared by all tests of this JVM and ends with it.
  }
}
