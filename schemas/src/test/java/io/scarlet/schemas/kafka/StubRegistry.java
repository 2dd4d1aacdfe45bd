package io.scarlet.schemas.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers every request with one status, and notes what was asked.
 *
 * @param requests method and path of each
 * @param headers of each
 */
record StubRegistry(HttpServer server, List<String> requests, List<Headers> headers)
    implements AutoCloseable {

  static StubRegistry answering(int status) throws IOException {
    StubRegistry registry =
        new StubRegistry(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
            new CopyOnWriteArrayList<>(),
            new CopyOnWriteArrayList<>());
    registry.server.createContext(
        "/",
        exchange -> {
          registry.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          registry.headers.add(exchange.getRequestHeaders());
          byte[] answer = "{}".getBytes(UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    registry.server.start();
    return registry;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
