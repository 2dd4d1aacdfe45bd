package io.scarlet.local.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker of one node that is its own controller (KRaft). */
public final class BrokerMain {

  /** Any value does: the cluster has one node and its storage is never shared. */
  private static final String CLUSTER_ID = "c2NhcmxldC1sb2NhbC0wMQ";

  private BrokerMain() {}

  /**
   * Formats the storage where it is new, then serves until the process ends.
   *
   * @param arguments the port of the broker, the port of its controller, the folder of its logs
   * @throws Exception where the broker cannot start; Kafka declares no narrower type
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    int controllerPort = Integer.parseInt(arguments[1]);
    Path storage = Path.of(arguments[2]);
    Properties settings = BrokerSettings.of(port, controllerPort, storage);
    if (Files.notExists(storage.resolve("meta.properties"))) {
      format(storage);
    }
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::shutdown));
    server.startup();
    server.awaitShutdown();
  }

  private static void format(Path storage) throws Exception {
    Formatter formatter = new Formatter();
    formatter
        .setClusterId(CLUSTER_ID)
        .setNodeId(BrokerSettings.NODE)
        .setDirectories(java.util.Set.of(storage.toString()))
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setFeatureLevel("share.version", (short) 1)
        .setMetadataLogDirectory(storage.toString());
    formatter.run();
  }
}
