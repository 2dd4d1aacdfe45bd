package io.scarlet.local;

import io.scarlet.local.process.FreePorts;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.WireFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

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

  private static final String FILE = "ports.properties";
  private static final List<String> SINGLE =
      List.of("broker", "controller", "registry", "evolver", "trainer");
  private static final String EVALUATOR = "evaluator-";

  Ports {
    evaluators = List.copyOf(evaluators);
  }

  /**
   * The ports of the last stack on the folder where they fit and are free, others where not; the
   * folder remembers them.
   *
   * @param folder of the stack
   * @param evaluators how many there are
   * @throws IOException where the folder cannot be written to
   */
  static Ports choose(Path folder, int evaluators) throws IOException {
    Ports chosen =
        last(folder)
            .filter(ports -> ports.evaluators().size() == evaluators)
            .filter(ports -> ports.all().allMatch(FreePorts::isFree))
            .orElseGet(() -> of(FreePorts.choose(SINGLE.size() + evaluators)));
    chosen.write(folder);
    return chosen;
  }

  /** The ports of the stack that used the folder last; empty where none did. */
  static Optional<Ports> last(Path folder) {
    Properties written = new Properties();
    try (Reader file = Files.newBufferedReader(folder.resolve(FILE))) {
      written.load(file);
      List<Integer> ports = new ArrayList<>();
      SINGLE.forEach(name -> ports.add(Integer.valueOf(written.getProperty(name))));
      for (int i = 1; written.containsKey(EVALUATOR + i); i++) {
        ports.add(Integer.valueOf(written.getProperty(EVALUATOR + i)));
      }
      return Optional.of(of(ports));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  String bootstrapServers() {
    return "127.0.0.1:" + broker;
  }

  URI registryAddress() {
    return http(registry);
  }

  StackAddresses addresses() {
    return new StackAddresses(
        KafkaConnection.to(bootstrapServers()), new WireFormat(registryAddress()), http(evolver));
  }

  static URI http(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static Ports of(List<Integer> ports) {
    return new Ports(
        ports.get(0),
        ports.get(1),
        ports.get(2),
        ports.get(3),
        ports.get(4),
        ports.subList(SINGLE.size(), ports.size()));
  }

  private Stream<Integer> all() {
    return Stream.concat(
        Stream.of(broker, controller, registry, evolver, trainer), evaluators.stream());
  }

  private void write(Path folder) throws IOException {
    List<Integer> ports = all().toList();
    Properties written = new Properties();
    for (int i = 0; i < ports.size(); i++) {
      String name = i < SINGLE.size() ? SINGLE.get(i) : EVALUATOR + (i - SINGLE.size() + 1);
      written.setProperty(name, String.valueOf(ports.get(i)));
    }
    try (Writer file = Files.newBufferedWriter(folder.resolve(FILE))) {
      written.store(file, "where the stack on this folder listens");
    }
  }
}
