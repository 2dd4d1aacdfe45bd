package io.scarlet.testing;

import io.scarlet.schemas.Access;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker in this process: one node that is broker and controller (KRaft), on loopback, with
 * a temporary folder that is deleted on close. Topics are never created by use.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final ScratchFolder folder;
  private final int port;
  private final Admission admission;

  private KafkaBroker(KafkaRaftServer server, ScratchFolder folder, int port, Admission admission) {
    this.server = server;
    this.folder = folder;
    this.port = port;
    this.admission = admission;
  }

  /** Starts a broker; takes about two seconds. */
  public static KafkaBroker start() {
    ScratchFolder folder = ScratchFolder.create("kafka");
    List<Integer> ports = FreePort.find(3);
    int port = ports.getFirst();
    try {
      Admission admission = new Admission(ports.get(1), Identity.in(folder.path()));
      format(folder);
      Properties settings = settings(folder, port, ports.getLast(), admission.port());
      settings.putAll(admission.settings());
      KafkaConfig config = KafkaConfig.fromProps(settings, false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new KafkaBroker(server, folder, port, admission);
    } catch (Exception e) {
      folder.close();
      throw new IllegalStateException("the Kafka broker did not start", e);
    }
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /**
   * Lets a client in by the listener that asks for names and rights.
   *
   * @return its settings, under Kafka's names
   */
  Map<String, String> admit(Admin admin, Access access) {
    return admission.admit(admin, access);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    folder.close();
  }

  private static void format(ScratchFolder folder) throws Exception {
    Formatter formatter = new Formatter();
    formatter.setClusterId(Uuid.randomUuid().toString());
    formatter.setNodeId(NODE);
    formatter.setReleaseVersion(MetadataVersion.latestProduction());
    formatter.setFeatureLevel("share.version", (short) 1);
    formatter.setControllerListenerName("CONTROLLER");
    formatter.addDirectory(folder.path().toString());
    formatter.setMetadataLogDirectory(folder.path().toString());
    formatter.setPrintStream(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    formatter.run();
  }

  private static Properties settings(
      ScratchFolder folder, int port, int controllerPort, int securePort) {
    String listeners =
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(port, Admission.LISTENER, securePort);
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            Integer.toString(NODE),
            "controller.quorum.voters",
            NODE + "@127.0.0.1:" + controllerPort,
            "listeners",
            listeners + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT," + Admission.LISTENER + ":SASL_SSL",
            "advertised.listeners",
            listeners,
            "controller.listener.names",
            "CONTROLLER",
            "log.dirs",
            folder.path().toString(),
            "auto.create.topics.enable",
            "false"));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", "2097152"));
    settings.putAll(
        Map.of(
            "group.share.session.timeout.ms", "8000",
            "group.share.min.session.timeout.ms", "8000",
            "group.share.heartbeat.interval.ms", "2000",
            "group.share.min.heartbeat.interval.ms", "2000"));
    return settings;
  }
}
