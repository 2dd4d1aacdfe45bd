package io.scarlet.confluent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every request with one status, and notes who asked. */
record RefusingRegistry(HttpServer server, List<String> authorizations) implements AutoCloseable {

  static RefusingRegistry with(int status) throws IOException {
    RefusingRegistry registry =
        new RefusingRegistry(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
            new CopyOnWriteArrayList<>());
    byte[] answer = "{\"error_code\": %d, \"message\": \"no\"}".formatted(status).getBytes(UTF_8);
    registry.server.createContext(
        "/",
        exchange -> {
          registry.authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
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
