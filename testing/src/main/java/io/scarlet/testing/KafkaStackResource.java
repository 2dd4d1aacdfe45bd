package io.scarlet.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the shared stack: {@code kafka.bootstrap.servers} and {@code
 * scarlet.registry.url}, with Quarkus' own dev services off.
 */
public final class KafkaStackResource implements QuarkusTestResourceLifecycleManager {

  /** Called by Quarkus. */
  public KafkaStackResource() {}

  @Override
  public Map<String, String> start() {
    KafkaStack stack = KafkaStack.shared();
    return Map.of(
        "kafka.bootstrap.servers", stack.bootstrapServers(),
        "scarlet.registry.url", stack.registry().toString(),
        "quarkus.devservices.enabled", "false");
  }

  @Override
  public void stop() {
    // The stack is shared by all tests of this JVM and ends with it.
  }
}
