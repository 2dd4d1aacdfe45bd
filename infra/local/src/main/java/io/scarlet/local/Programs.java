package io.scarlet.local;

import com.sun.management.OperatingSystemMXBean;
import io.scarlet.local.process.Program;
import io.scarlet.local.process.Readiness;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The programs of a stack and how each is configured. The services get the same configuration keys
 * here as on a cluster.
 *
 * <p>Each is a static member of its consumer group: started again, it takes up its partitions at
 * once, where the group would otherwise wait for the session of the dead process to end.
 *
 * @param installation where they lie
 * @param settings of the stack
 * @param ports where they listen
 */
record Programs(Installation installation, StackSettings settings, Ports ports) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String QUARKUS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  /**
   * A file, so that the ids that records refer to outlive the registry's process; written before a
   * registration is answered, since a record may follow at once.
   */
  private static final String SCHEMAS = "jdbc:h2:file:./registry/schemas;WRITE_DELAY=0";

  /** Tensors lie outside the heap, whose size would otherwise limit them too. */
  private static final String ALL_MEMORY = "1024g";

  private static final List<String> EVERYWHERE =
      List.of(
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  /** For programs that live briefly: what the first compiler makes is enough. */
  private static final List<String> BRIEF = with(EVERYWHERE, "-XX:TieredStopAtLevel=1");

  /** For programs that compute: the second compiler, and vectors. */
  static final List<String> COMPUTING =
      with(
          EVERYWHERE,
          "--add-modules=jdk.incubator.vector",
          "-Xmx1g",
          "-XX:MaxDirectMemorySize=" + ALL_MEMORY,
          "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + mostOfTheMemory());

  /** For evaluators of tables, which run on every processor. */
  private static final List<String> LOOKING_UP =
      with(BRIEF, "-Xmx256m", "-Dscarlet.evaluator.backend=none");

  Program broker() {
    return new Program(
        "broker",
        installation.ownClassPath(),
        "io.scarlet.local.broker.BrokerMain",
        with(BRIEF, "-Xmx256m"),
        List.of(String.valueOf(ports.broker()), String.valueOf(ports.controller()), "broker"),
        settings.work(),
        new Readiness.Listening(ports.broker()),
        Optional.empty(),
        PATIENCE);
  }

  Program registry() {
    return new Program(
        "registry",
        List.of(installation.registry()),
        QUARKUS,
        with(
            BRIEF,
            "-Xmx384m",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + ports.registry(),
            "-Dquarkus.management.host=127.0.0.1",
            "-Dquarkus.management.port=0",
            "-Dapicurio.datasource.url=" + SCHEMAS),
        List.of(),
        settings.work(),
        new Readiness.Answering(ports.registryAddress().resolve("/apis/ccompat/v7/subjects")),
        Optional.empty(),
        PATIENCE);
  }

  /** The services that a search needs. */
  List<Program> services() {
    List<Program> services = new ArrayList<>();
    if (settings.trainer()) {
      services.add(
          service(
              "trainer",
              "trainer",
              ports.trainer(),
              with(COMPUTING, "-Dkafka.group.instance.id=trainer")));
    }
    services.add(
        service(
            "evolver",
            "evolver",
            ports.evolver(),
            with(
                EVERYWHERE,
                "-Xmx1g",
                "-Dscarlet.evolver.state-dir=evolver",
                "-Dscarlet.access.token-file=" + StackToken.FILE,
                "-Dkafka-streams.consumer.group.instance.id=evolver")));
    IntStream.range(0, settings.evaluators()).mapToObj(this::evaluator).forEach(services::add);
    return services;
  }

  private Program evaluator(int index) {
    String name = "evaluator-" + (index + 1);
    return service(
        "evaluator",
        name,
        ports.evaluators().get(index),
        with(
            settings.trainer() ? COMPUTING : LOOKING_UP,
            "-Dscarlet.evaluator.id=" + name,
            "-Dkafka.group.instance.id=" + name,
            "-Dscarlet.evaluator.threads=" + threadsOfAnEvaluator()));
  }

  /** Several evaluators share the processors; one has them all. */
  private int threadsOfAnEvaluator() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / settings.evaluators());
  }

  private Program service(String kind, String name, int port, List<String> jvmOptions) {
    return new Program(
        name,
        List.of(installation.service(kind + "-service")),
        QUARKUS,
        with(
            jvmOptions,
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dkafka.bootstrap.servers=" + ports.bootstrapServers(),
            "-Dscarlet.registry.url=" + ports.registryAddress(),
            "-Dscarlet.store.url=" + settings.store().toUri(),
            "-Dscarlet." + kind + ".patience=" + PATIENCE,
            "-Dquarkus.log.category.\"io.smallrye.health\".level=WARN"),
        List.of(),
        settings.work(),
        answering(port, "ready"),
        Optional.of(answering(port, "live")),
        PATIENCE);
  }

  private static Readiness answering(int port, String health) {
    return new Readiness.Answering(URI.create(Ports.http(port) + "/q/health/" + health));
  }

  /**
   * Bytes that a process with ND4J may take: near them it collects garbage, beyond them it fails.
   * By itself it would take four times its heap.
   */
  private static long mostOfTheMemory() {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return machine.getTotalMemorySize() / 4 * 3;
  }

  private static List<String> with(List<String> options, String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
