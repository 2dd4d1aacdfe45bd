package io.scarlet.local;

import io.scarlet.local.process.DiskSpace;
import io.scarlet.local.process.Fleet;
import io.scarlet.local.process.FolderLock;
import io.scarlet.local.process.ProcessFailure;
import io.scarlet.local.process.Supervision;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.RegistryConnection;
import io.scarlet.schemas.kafka.TopicPreparation;
import io.scarlet.schemas.kafka.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * A whole stack on this machine. Everything starts at once: the services wait for the broker with
 * patience, so nothing is gained by starting them later. A process that ends by itself is started
 * again, on the same port.
 *
 * <p>A stack on a folder that is kept goes on where the last one on it ended, however that ended.
 *
 * <p>It stops when it is closed, and also when this process is asked to end by Ctrl-C or a signal;
 * its processes end by themselves should this one be killed.
 */
public final class LocalStack implements AutoCloseable {

  private static final int BROKER = 0;
  private static final int REGISTRY = 1;
  private static final int SERVICES = 2;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long NEEDED_AT_START = 256 * MEGABYTE;
  private static final long NEEDED_ALWAYS = 24 * MEGABYTE;

  private final StackSettings settings;
  private final FolderLock lock;
  private final Ports ports;
  private final Fleet fleet;
  private final DiskSpace disk;
  private Runnable last = () -> {};
  private final Thread atExit = Thread.ofPlatform().name("stop-the-stack").unstarted(this::stop);

  private LocalStack(
      Installation installation,
      StackSettings settings,
      FolderLock lock,
      Ports ports,
      Consumer<String> news) {
    this.settings = settings;
    this.lock = lock;
    this.ports = ports;
    this.fleet = new Fleet(installation.ownJar(), settings.logs(), Supervision.STANDARD, news);
    this.disk = new DiskSpace(settings.logs(), NEEDED_ALWAYS);
  }

  /**
   * Starts all processes. Returns before they are ready.
   *
   * @param installation where the programs lie
   * @param settings of the stack
   * @param news gets a line for people whenever a process that ended by itself is started again;
   *     called by several threads
   * @throws ProcessFailure where one cannot be started, the disk is full, or another stack has the
   *     folder; then none runs
   */
  public static LocalStack start(
      Installation installation, StackSettings settings, Consumer<String> news) {
    LocalStack stack = prepared(installation, settings, news);
    Runtime.getRuntime().addShutdownHook(stack.atExit);
    try {
      Programs programs = new Programs(installation, settings, stack.ports);
      stack.fleet.start(List.of(programs.broker()));
      stack.fleet.start(List.of(programs.registry()));
      stack.fleet.start(programs.services());
      return stack;
    } catch (ProcessFailure refused) {
      stack.close();
      throw refused;
    }
  }

  private static LocalStack prepared(
      Installation installation, StackSettings settings, Consumer<String> news) {
    try {
      Files.createDirectories(settings.logs());
      new DiskSpace(settings.logs(), NEEDED_AT_START)
          .shortage()
          .ifPresent(
              full -> {
                throw full;
              });
      Files.createDirectories(settings.work());
      Files.createDirectories(settings.store());
      FolderLock lock = FolderLock.take(settings.work());
      try {
        Ports ports = Ports.choose(settings.work(), settings.evaluators());
        StackToken.keep(settings.work());
        return new LocalStack(installation, settings, lock, ports, news);
      } catch (IOException | ProcessFailure refused) {
        lock.close();
        throw refused;
      }
    } catch (IOException refused) {
      throw new ProcessFailure("cannot make a folder: " + refused.getMessage(), refused);
    }
  }

  /**
   * Waits for the broker and makes the topics, then waits for the registry and makes the subjects.
   *
   * @throws ProcessFailure where a process ends or is not ready in time
   */
  public void awaitLog() {
    fleet.awaitReady(BROKER);
    try (Admin admin = broker().admin()) {
      TopicPreparation preparation = new TopicPreparation(admin, RegistryConnection.to(registry()));
      preparation.prepareTopics(TopicCatalogue.all());
      fleet.awaitReady(REGISTRY);
      preparation.prepareSubjects(TopicCatalogue.all());
    }
  }

  /**
   * Waits for the services.
   *
   * @throws ProcessFailure where a process ends or is not ready in time
   */
  public void awaitServices() {
    fleet.awaitReady(SERVICES);
  }

  /** What is wrong, where a process ends again and again or the disk is full. */
  public Optional<ProcessFailure> failure() {
    return disk.shortage().or(fleet::failure);
  }

  /** How clients reach the broker. */
  public KafkaConnection broker() {
    return KafkaConnection.to(ports.bootstrapServers());
  }

  /** How its records are written. */
  public WireFormat format() {
    return new WireFormat(registry());
  }

  /** Where clients find the registry. */
  public URI registry() {
    return ports.registryAddress();
  }

  /** The dashboard of the evolver. */
  public URI dashboard() {
    return Ports.http(ports.evolver());
  }

  /** What the processes are called, in starting order. */
  public List<String> programs() {
    return fleet.names();
  }

  /** Kills a process outright, as a fault would; it is started again. */
  public void kill(String program) {
    fleet.kill(program);
  }

  /** The processes, in starting order. */
  public List<ProcessHandle> processes() {
    return fleet.handles();
  }

  /**
   * Does something while everything still runs, however the stack comes to its end, short of being
   * killed.
   *
   * @param task what to do, once and last; it returns soon and fails with nothing
   */
  public synchronized void beforeStop(Runnable task) {
    last = task;
  }

  /**
   * Stops everything, and returns when nothing runs any more and a working folder that is not kept
   * is gone.
   */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // The hook runs already, and finds nothing left to stop.
      return;
    }
  }

  private synchronized void stop() {
    last.run();
    last = () -> {};
    fleet.close();
    lock.close();
    if (!settings.kept()) {
      delete(settings.work());
      deleteIfEmpty(settings.store());
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> found = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException kept) {
      System.err.println("could not delete " + folder + ": " + kept.getMessage());
    }
  }

  private static void deleteIfEmpty(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException kept) {
      System.err.println("could not delete " + folder + ": " + kept.getMessage());
    }
  }
}
