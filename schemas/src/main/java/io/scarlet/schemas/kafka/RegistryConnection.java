package io.scarlet.schemas.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How the schema registry is reached.
 *
 * @param url base address, {@code http://registry:8080} for instance
 * @param certificates a PEM file with the certificates to trust; empty for those of the JDK
 * @param authorization what is sent as that header; empty where nothing is
 * @param confluentApi path of Confluent's API below the address; it begins with a slash
 */
public record RegistryConnection(
    URI url, Optional<Path> certificates, Optional<String> authorization, String confluentApi) {

  /** Where Apicurio's registry has it. */
  private static final String CONFLUENT_API = "/apis/ccompat/v7";

  public RegistryConnection {
    if (url.getHost() == null) {
      throw new IllegalArgumentException(
          "'" + url + "' is no registry address; expected something like http://host:8080");
    }
    if (!confluentApi.startsWith("/")) {
      throw new IllegalArgumentException(
          "scarlet.registry.confluent-api is a path and begins with a slash, unlike '%s'"
              .formatted(confluentApi));
    }
  }

  /** A registry that asks for nothing. */
  public static RegistryConnection to(URI url) {
    return trusting(url, Optional.empty());
  }

  /** A registry that asks for nothing, with its certificates in a PEM file. */
  public static RegistryConnection trusting(URI url, Optional<Path> certificates) {
    return new RegistryConnection(url, certificates, Optional.empty(), CONFLUENT_API);
  }

  /**
   * As it is set.
   *
   * @throws IllegalArgumentException where settings contradict one another
   */
  public static RegistryConnection of(RegistrySettings settings) {
    if (settings.user().isPresent() != settings.password().isPresent()) {
      throw new IllegalArgumentException(
          "scarlet.registry.user and scarlet.registry.password go together: set both or none");
    }
    if (settings.token().isPresent() && settings.user().isPresent()) {
      throw new IllegalArgumentException(
          "set scarlet.registry.token, or user and password, not both");
    }
    Optional<String> basic =
        settings.user().map(user -> basic(user, settings.password().orElseThrow()));
    return new RegistryConnection(
        settings.url(),
        settings.certificates(),
        settings.token().map(token -> "Bearer " + token).or(() -> basic),
        settings.confluentApi().orElse(CONFLUENT_API));
  }

  private static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  /**
   * A client of HTTP. An upgrade to HTTP/2 with several requests under way leaves one unanswered
   * now and then.
   *
   * @throws IllegalArgumentException where the certificates cannot be read
   */
  HttpClient http(Duration timeout) {
    HttpClient.Builder http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout);
    tls().ifPresent(http::sslContext);
    return http.build();
  }

  /**
   * What vouches for the registry, where that is not the JDK's own.
   *
   * @throws IllegalArgumentException where the certificates cannot be read
   */
  public Optional<SSLContext> tls() {
    return certificates.map(RegistryConnection::vouchedFor);
  }

  private static SSLContext vouchedFor(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry(String.valueOf(trusted.size()), each);
      }
      if (trusted.size() == 0) {
        throw new IOException("there is none in it");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalArgumentException(
          "cannot read the certificates of scarlet.registry.certificates %s: %s"
              .formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  /** The address without a trailing slash. */
  String base() {
    return withoutSlash(url.toString());
  }

  /** The address of Confluent's API, without a trailing slash. */
  public String confluentAddress() {
    return withoutSlash(base() + confluentApi);
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "RegistryConnection to " + url;
  }
}
