package io.scarlet.testing;

import io.scarlet.schemas.kafka.RegistryConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * An Apicurio registry in a process of its own, with its schemas in memory, on loopback. The
 * process ends on close and with this one, however that ends.
 */
public final class SchemaRegistry implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Process process;
  private final ScratchFolder folder;
  private final URI address;
  private final RegistryConnection secure;

  private SchemaRegistry(
      Process process, ScratchFolder folder, URI address, RegistryConnection secure) {
    this.process = process;
    this.folder = folder;
    this.address = address;
    this.secure = secure;
  }

  /** Starts a registry and waits until it answers; takes 4 to 9 seconds on two cores. */
  public static SchemaRegistry start() {
    ScratchFolder folder = ScratchFolder.create("registry");
    List<Integer> ports = FreePort.find(2);
    Identity identity = Identity.in(folder.path());
    Path log = folder.path().resolve("registry.log");
    try {
      Process process =
          new ProcessBuilder(command(ports, identity))
              .directory(folder.path().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      SchemaRegistry registry =
          new SchemaRegistry(
              process,
              folder,
              URI.create("http://127.0.0.1:" + ports.getFirst()),
              RegistryConnection.trusting(
                  URI.create("https://127.0.0.1:" + ports.getLast()),
                  Optional.of(identity.certificate())));
      registry.awaitReady(log);
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException("the schema registry did not start", e);
    }
  }

  /** Base address, for {@code scarlet.registry.url}. */
  public URI address() {
    return address;
  }

  /** The same over TLS. */
  RegistryConnection secure() {
    return secure;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    folder.close();
  }

  private static List<String> command(List<Integer> ports, Identity identity) throws IOException {
    Properties build = new Properties();
    try (InputStream in = SchemaRegistry.class.getResourceAsStream("registry.properties")) {
      build.load(in);
    }
    Path boot = Path.of(build.getProperty("home"), "quarkus-run.jar");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx384m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + ports.getFirst(),
        "-Dquarkus.http.ssl-port=" + ports.getLast(),
        "-Dquarkus.http.ssl.certificate.key-store-file=" + identity.keyStore(),
        "-Dquarkus.http.ssl.certificate.key-store-password=" + Identity.PASSWORD,
        "-Dquarkus.http.insecure-requests=enabled",
        "-Dquarkus.management.host=127.0.0.1",
        "-Dquarkus.management.port=0",
        "-cp",
        boot + System.getProperty("path.separator") + build.getProperty("leash"),
        Leash.class.getName(),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
  }

  private void awaitReady(Path log) throws IOException {
    HttpRequest subjects =
        HttpRequest.newBuilder(address.resolve("/apis/ccompat/v7/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!answers(http, subjects)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          String said = Files.readString(log);
          close();
          throw new IllegalStateException("the schema registry did not get ready:\n" + said);
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("interrupted while the schema registry started", e);
    }
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }
}
