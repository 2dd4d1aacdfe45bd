package io.scarlet.testing;

import io.scarlet.schemas.Access;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicPreparation;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A broker and a registry with the catalogue's topics and schemas. */
public final class KafkaStack implements AutoCloseable {

  private static final Duration SHUTDOWN = Duration.ofSeconds(20);

  private final KafkaBroker broker;
  private final SchemaRegistry registry;

  private KafkaStack(KafkaBroker broker, SchemaRegistry registry) {
    this.broker = broker;
    this.registry = registry;
  }

  /** Starts and prepares both. */
  public static KafkaStack start() {
    KafkaStack stack = new KafkaStack(KafkaBroker.start(), SchemaRegistry.start());
    try (Admin admin = stack.admin()) {
      new TopicPreparation(admin, RegistryConnection.to(stack.registry()))
          .prepare(TopicCatalogue.all());
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
    return stack;
  }

  /**
   * The stack of this JVM, started at the first call and stopped when the JVM ends. Starting the
   * registry is dear, so tests share it and tell their searches apart by id.
   */
  public static KafkaStack shared() {
    return Shared.STACK;
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The broker as whoever may do everything reaches it. */
  public KafkaConnection broker() {
    return KafkaConnection.to(bootstrapServers());
  }

  /**
   * Lets a client in with these rights and no others, over TLS and by its password.
   *
   * @return its settings for Kafka, under Kafka's names
   */
  public Map<String, String> admit(Access access) {
    try (Admin admin = admin()) {
      return broker.admit(admin, access);
    }
  }

  /** The same registry over TLS, with the certificate to trust. */
  public RegistryConnection secureRegistry() {
    return registry.secure();
  }

  /** For {@code scarlet.registry.url}. */
  public URI registry() {
    return registry.address();
  }

  /** A new client of the broker; the caller closes it. */
  public Admin admin() {
    return broker().admin();
  }

  @Override
  public void close() {
    registry.close();
    broker.close();
  }

  private static final class Shared {
    static final KafkaStack STACK = start();

    static {
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("kafka-stack").unstarted(Shared::end));
    }

    /** A broker whose clients are gone in disorder must not keep the JVM from ending. */
    private static void end() {
      Thread closing = Thread.ofPlatform().daemon().start(STACK::close);
      try {
        closing.join(SHUTDOWN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
