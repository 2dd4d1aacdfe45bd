package io.scarlet.schemas.kafka;

import com.microsoft.kiota.RequestInformation;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryClientFacadeImpl;
import io.apicurio.registry.rest.client.RegistryClient;
import io.kiota.http.jdk.JDKRequestAdapter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * The registry over HTTP, with an end to every wait. The library's own client has none: a registry
 * that takes a request and never answers, because it was just killed for instance, holds up its
 * reader for good.
 *
 * <p>Extends the library's adapter, which offers no other way to a request.
 */
final class RegistryHttp extends JDKRequestAdapter {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private RegistryHttp(HttpClient http) {
    super(http);
  }

  /**
   * A client.
   *
   * @param api address of the registry's own API
   */
  static RegistryClientFacade client(String api) {
    RegistryHttp adapter = new RegistryHttp(http());
    adapter.setBaseUrl(api);
    return new RegistryClientFacadeImpl(new RegistryClient(adapter));
  }

  /** An upgrade to HTTP/2 with several requests under way leaves one unanswered now and then. */
  private static HttpClient http() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(TIMEOUT)
        .build();
  }

  @Override
  protected HttpRequest getRequestFromRequestInformation(RequestInformation asked) {
    return HttpRequest.newBuilder(
            super.getRequestFromRequestInformation(asked), (name, value) -> true)
        .timeout(TIMEOUT)
        .build();
  }
}
