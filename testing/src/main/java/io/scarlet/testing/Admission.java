package io.scarlet.testing;

import io.scarlet.schemas.Access;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * The second listener of the broker: TLS, names and passwords (SCRAM-SHA-512), and rights that are
 * asked for at each request. Who comes by the first one may do everything.
 *
 * @param port of the listener
 * @param identity of the broker
 */
record Admission(int port, Identity identity) {

  static final String LISTENER = "SECURE";

  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
  private static final String MECHANISM = "SCRAM-SHA-512";
  private static final String PASSWORD = "password";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** As short as the broker allows: the password is no secret. */
  private static final int ITERATIONS = 4096;

  /** What the broker needs, besides the listener itself. */
  Properties settings() {
    String own = "listener.name." + LISTENER.toLowerCase(Locale.ROOT) + ".";
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "authorizer.class.name",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users",
            "User:ANONYMOUS",
            BrokerSecurityConfigs.SASL_ENABLED_MECHANISMS_CONFIG,
            MECHANISM,
            own + "scram-sha-512." + SaslConfigs.SASL_JAAS_CONFIG,
            SCRAM + " required;",
            own + SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
            "PKCS12",
            own + SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG,
            identity.keyStore().toString(),
            own + SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
            Identity.PASSWORD));
    return settings;
  }

  /** Lets a client in: its name, its password, its rights. */
  Map<String, String> admit(Admin admin, Access access) {
    Map<String, String> client = client(access.client());
    ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    try {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      access.client(), scram, PASSWORD.getBytes(StandardCharsets.UTF_8))))
          .all()
          .get();
      admin.createAcls(access.bindings("User:" + access.client())).all().get();
      awaitLetIn(client);
    } catch (ExecutionException refused) {
      throw new IllegalStateException("the broker did not admit " + access.client(), refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + access.client() + " was admitted", e);
    }
    return client;
  }

  /** The broker answers that it has a password before it knows it. */
  private static void awaitLetIn(Map<String, String> client)
      throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Admin asClient = Admin.create(Map.<String, Object>copyOf(client))) {
        asClient.describeCluster().clusterId().get();
        return;
      } catch (ExecutionException refused) {
        if (!(refused.getCause() instanceof AuthenticationException)
            || System.nanoTime() > deadline) {
          throw refused;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private Map<String, String> client(String name) {
    return Map.of(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        "127.0.0.1:" + port,
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
        "SASL_SSL",
        SaslConfigs.SASL_MECHANISM,
        MECHANISM,
        SaslConfigs.SASL_JAAS_CONFIG,
        "%s required username=\"%s\" password=\"%s\";".formatted(SCRAM, name, PASSWORD),
        SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
        "PEM",
        SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
        identity.certificate().toString());
  }
}
