package io.scarlet.local;

import io.scarlet.local.process.FreePorts;
import java.net.URI;
import java.util.List;

/**
 * Who listens where on the loopback interface.
 *
 * @param broker for clients
 * @param controller of the broker
 * @param registry of the schemas
 * @param evolver its health and dashboard
 * @param trainer its health
 * @param evaluators one a process
 */
record Ports(
    int broker, int controller, int registry, int evolver, int trainer, List<Integer> evaluators) {

  private static final int SINGLE = 5;

  static Ports choose(int evaluators) {
    List<Integer> free = FreePorts.choose(SINGLE + evaluators);
    return new Ports(
        free.get(0),
        free.get(1),
        free.get(2),
        free.get(3),
        free.get(4),
        free.subList(SINGLE, free.size()));
  }

  String bootstrapServers() {
    return "127.0.0.1:" + broker;
  }

  URI registryAddress() {
    return http(registry);
  }

  static URI http(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
