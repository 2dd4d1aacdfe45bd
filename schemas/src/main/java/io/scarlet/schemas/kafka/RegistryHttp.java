package io.scarlet.schemas.kafka;

import com.microsoft.kiota.RequestInformation;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryClientFacadeImpl;
import io.apicurio.registry.rest.client.RegistryClient;
import io.kiota.http.jdk.JDKRequestAdapter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The registry over HTTP, with an end to every wait. The library's own client has none: a registry
 * that takes a request and never answers, because it was just killed for instance, holds up its
 * reader for good.
 *
 * <p>Extends the library's adapter, which offers no other way to a request.
 */
final class RegistryHttp extends JDKRequestAdapter {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Optional<String> authorization;

  private RegistryHttp(HttpClient http, Optional<String> authorization) {
    super(http);
    this.authorization = authorization;
  }

  /**
   * A client.
   *
   * @param api path of the registry's own API
   */
  static RegistryClientFacade client(RegistryConnection registry, String api) {
    RegistryHttp adapter = new RegistryHttp(registry.http(TIMEOUT), registry.authorization());
    adapter.setBaseUrl(registry.base() + api);
    return new RegistryClientFacadeImpl(new RegistryClient(adapter));
  }

  @Override
  protected HttpRequest getRequestFromRequestInformation(RequestInformation asked) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(super.getRequestFromRequestInformation(asked), (name, value) -> true)
            .timeout(TIMEOUT);
    authorization.ifPresent(value -> request.setHeader("Authorization", value));
    return request.build();
  }
}
