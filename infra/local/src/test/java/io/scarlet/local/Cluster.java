package io.scarlet.local;

import io.scarlet.local.broker.ClusterNode;
import io.scarlet.local.process.FreePorts;
import io.scarlet.local.process.Program;
import io.scarlet.local.process.Readiness;
import io.scarlet.local.process.RunningProgram;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicPreparation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A stack on three brokers: registry, evolver and one evaluator as the local stack runs them. What
 * ends is not started again.
 */
public final class Cluster implements AutoCloseable {

  private static final int BROKERS = 3;
  private static final String BROKER = "broker-";
  private static final String REGISTRY = "registry";
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final Installation installation;
  private final Path folder;
  private final List<ClusterNode> nodes;
  private final Ports ports;
  private final Map<String, RunningProgram> running = new LinkedHashMap<>();

  /**
   * How safe a partition is.
   *
   * @param wanted copies that there shall be
   * @param upToDate copies that have all that was acknowledged
   * @param needed copies without which nothing is acknowledged
   */
  public record Copies(int wanted, int upToDate, int needed) {}

  private Cluster(Installation installation, Path folder) {
    List<Integer> free = FreePorts.choose(2 * BROKERS + 3);
    this.installation = installation;
    this.folder = folder;
    this.nodes =
        IntStream.range(0, BROKERS)
            .mapToObj(i -> new ClusterNode(i + 1, free.get(2 * i), free.get(2 * i + 1)))
            .toList();
    List<Integer> others = free.subList(2 * BROKERS, free.size());
    this.ports =
        new Ports(
            free.get(0), free.get(1), others.get(0), others.get(1), 0, List.of(others.get(2)));
  }

  /** Starts it, and returns when it has its topics and schemas. */
  public static Cluster start(Installation installation, Path folder) throws Exception {
    Cluster cluster = new Cluster(installation, folder);
    try {
      cluster.startPrograms();
      cluster.awaitLog();
      return cluster;
    } catch (Exception refused) {
      cluster.close();
      throw refused;
    }
  }

  /** Where clients find the brokers. */
  public KafkaConnection broker() {
    return KafkaConnection.to(bootstrapServers());
  }

  private String bootstrapServers() {
    return nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
  }

  /** Where clients find the registry. */
  public URI registry() {
    return ports.registryAddress();
  }

  /** The broker that leads the first partition of a topic. */
  public int leader(String topic) throws Exception {
    try (Admin admin = admin()) {
      return describe(admin, Set.of(topic)).get(topic).partitions().getFirst().leader().id();
    }
  }

  /** Kills a broker outright, for good. */
  public void kill(int broker) {
    end(running.remove(BROKER + broker));
  }

  /** What has ended though nobody killed it. */
  public List<String> ended() {
    return running.entrySet().stream()
        .filter(program -> !program.getValue().handle().isAlive())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Of every topic, Kafka's own and those of the evolver's state among them. */
  public Map<String, Set<Copies>> copies() throws Exception {
    try (Admin admin = admin()) {
      Set<String> topics =
          admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      Map<ConfigResource, Config> settings =
          admin.describeConfigs(topics.stream().map(Cluster::resource).toList()).all().get();
      Map<String, Set<Copies>> copies = new TreeMap<>();
      describe(admin, topics)
          .forEach((name, topic) -> copies.put(name, copies(topic, settings.get(resource(name)))));
      return copies;
    }
  }

  /** Nothing of it is of use to anybody, so that nothing is waited for. */
  @Override
  public void close() {
    running.values().forEach(program -> program.handle().destroyForcibly());
    running.values().forEach(Cluster::end);
  }

  private void startPrograms() throws Exception {
    StackSettings settings =
        new StackSettings(
            folder.resolve("logs"),
            folder.resolve("work"),
            folder.resolve("store"),
            true,
            1,
            false);
    for (Path each : List.of(settings.logs(), settings.work(), settings.store())) {
      Files.createDirectories(each);
    }
    StackToken.keep(settings.work());
    Programs programs = new Programs(installation, settings, ports);
    List<Program> all = new ArrayList<>();
    for (ClusterNode node : nodes) {
      all.add(broker(programs.broker(), node, node.prepare(nodes, settings.work())));
    }
    all.add(programs.registry());
    programs.services().stream().map(this::knowingAllBrokers).forEach(all::add);
    for (Program program : all) {
      running.put(
          program.name(), RunningProgram.start(program, installation.ownJar(), settings.logs()));
    }
  }

  private static Program broker(Program single, ClusterNode node, Path settings) {
    return new Program(
        BROKER + node.id(),
        single.classPath(),
        ClusterNode.MAIN,
        single.jvmOptions(),
        List.of(settings.toString()),
        single.directory(),
        new Readiness.Listening(node.port()),
        Optional.empty(),
        single.patience());
  }

  private Program knowingAllBrokers(Program service) {
    List<String> options = new ArrayList<>(service.jvmOptions());
    options.add("-Dkafka.bootstrap.servers=" + bootstrapServers());
    return new Program(
        service.name(),
        service.classPath(),
        service.mainClass(),
        options,
        service.arguments(),
        service.directory(),
        service.readiness(),
        service.liveness(),
        service.patience());
  }

  private void awaitLog() throws Exception {
    for (ClusterNode node : nodes) {
      awaitReady(BROKER + node.id());
    }
    try (Admin admin = admin()) {
      while (admin.describeCluster().nodes().get().size() < BROKERS) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      TopicPreparation preparation = new TopicPreparation(admin, RegistryConnection.to(registry()));
      preparation.prepareTopics(TopicCatalogue.all());
      awaitReady(REGISTRY);
      preparation.prepareSubjects(TopicCatalogue.all());
    }
  }

  private void awaitReady(String name) throws InterruptedException {
    RunningProgram program = running.get(name);
    if (!program.awaitReady()) {
      throw program.failure();
    }
  }

  private Admin admin() {
    return broker().admin();
  }

  private static Map<String, TopicDescription> describe(Admin admin, Collection<String> topics)
      throws Exception {
    return admin.describeTopics(topics).allTopicNames().get();
  }

  private static Set<Copies> copies(TopicDescription topic, Config settings) {
    int needed = Integer.parseInt(settings.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value());
    return topic.partitions().stream()
        .map(each -> new Copies(each.replicas().size(), each.isr().size(), needed))
        .collect(Collectors.toSet());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static void end(RunningProgram program) {
    program.handle().destroyForcibly();
    program.awaitStop(FAREWELL);
  }
}
