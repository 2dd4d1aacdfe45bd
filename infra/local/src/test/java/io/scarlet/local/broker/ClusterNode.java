package io.scarlet.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker of a cluster, one of its controllers too. The cluster keeps three copies of everything
 * and takes nothing of which there would be fewer than two.
 *
 * @param id from 1
 * @param port where clients connect
 * @param controllerPort where the controllers talk to each other
 */
public record ClusterNode(int id, int port, int controllerPort) {

  /** Kafka's own main class, which wants a file of settings. */
  public static final String MAIN = "kafka.Kafka";

  private static final String CLUSTER_ID = "c2NhcmxldC10aHJlZS0wMQ";
  private static final String COPIES = "3";
  private static final String LEAST = "2";

  /**
   * Formats its storage and writes its settings, both below a folder.
   *
   * @param cluster all nodes, this one among them
   * @return the file of settings
   */
  public Path prepare(List<ClusterNode> cluster, Path folder) throws Exception {
    Path storage = folder.resolve("broker-" + id);
    format(storage);
    Path file = folder.resolve("broker-" + id + ".properties");
    try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      settings(cluster, storage).store(text, null);
    }
    return file;
  }

  private Properties settings(List<ClusterNode> cluster, Path storage) {
    Properties settings = BrokerSettings.of(port, controllerPort, storage);
    settings.setProperty("node.id", String.valueOf(id));
    settings.setProperty(
        "controller.quorum.voters",
        cluster.stream()
            .map(node -> node.id() + "@127.0.0.1:" + node.controllerPort())
            .collect(Collectors.joining(",")));
    settings.setProperty("default.replication.factor", COPIES);
    settings.setProperty("min.insync.replicas", LEAST);
    settings.setProperty("offsets.topic.replication.factor", COPIES);
    settings.setProperty("transaction.state.log.replication.factor", COPIES);
    settings.setProperty("transaction.state.log.min.isr", LEAST);
    return settings;
  }

  private void format(Path storage) throws Exception {
    Formatter formatter = new Formatter();
    formatter
        .setClusterId(CLUSTER_ID)
        .setNodeId(id)
        .setDirectories(Set.of(storage.toString()))
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setMetadataLogDirectory(storage.toString())
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    formatter.run();
  }
}
