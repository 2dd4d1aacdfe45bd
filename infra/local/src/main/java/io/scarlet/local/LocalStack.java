package io.scarlet.local;

import io.scarlet.local.process.DiskSpace;
import io.scarlet.local.process.Fleet;
import io.scarlet.local.process.ProcessFailure;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.TopicPreparation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A whole stack on this machine. Everything starts at once: the services wait for the broker with
 * patience, so nothing is gained by starting them later.
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
  private final Ports ports;
  private final Fleet fleet;
  private final DiskSpace disk;
  private Runnable last = () -> {};
  private final Thread atExit = Thread.ofPlatform().name("stop-the-stack").unstarted(this::stop);

  private LocalStack(Installation installation, StackSettings settings) {
    this.settings = settings;
    this.ports = Ports.choose(settings.evaluators());
    this.fleet = new Fleet(installation.ownJar(), settings.logs());
    this.disk = new DiskSpace(settings.logs(), NEEDED_ALWAYS);
  }

  /**
   * Starts all processes. Returns before they are ready.
   *
   * @throws ProcessFailure where one cannot be started, or the disk is full; then none runs
   */
  public static LocalStack start(Installation installation, StackSettings settings) {
    new DiskSpace(settings.logs(), NEEDED_AT_START)
        .shortage()
        .ifPresent(
            full -> {
              throw full;
            });
    LocalStack stack = new LocalStack(installation, settings);
    Runtime.getRuntime().addShutdownHook(stack.atExit);
    try {
      Files.createDirectories(settings.work());
      Files.createDirectories(settings.store());
      Programs programs = new Programs(installation, settings, stack.ports);
      stack.fleet.start(List.of(programs.broker()));
      stack.fleet.start(List.of(programs.registry()));
      stack.fleet.start(programs.services());
      return stack;
    } catch (IOException refused) {
      stack.close();
      throw new ProcessFailure("cannot make a folder: " + refused.getMessage(), refused);
    } catch (ProcessFailure refused) {
      stack.close();
      throw refused;
    }
  }

  /**
   * Waits for the broker and makes the topics, then waits for the registry and makes the subjects.
   *
   * @throws ProcessFailure where a process ends or is not ready in time
   */
  public void awaitLog() {
    Map<String, Object> client =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    fleet.awaitReady(BROKER);
    try (Admin admin = Admin.create(client)) {
      TopicPreparation preparation = new TopicPreparation(admin, registry());
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

  /** What is wrong, where a process has ended by itself or the disk is full. */
  public Optional<ProcessFailure> failure() {
    return disk.shortage().or(fleet::failure);
  }

  /** Where clients find the broker. */
  public String bootstrapServers() {
    return ports.bootstrapServers();
  }

  /** Where clients find the registry. */
  public URI registry() {
    return ports.registryAddress();
  }

  /** The dashboard of the evolver. */
  public URI dashboard() {
    return Ports.http(ports.evolver());
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

  /** Stops everything, and returns when nothing runs any more and the working folder is gone. */
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
    delete(settings.work());
    deleteIfEmpty(settings.store());
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
