package io.scarlet.local.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a broker that serves one machine, starts fast, and comes back fast. */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  /**
   * An evaluator that takes from a queue may hold a candidate for so long: the most Kafka allows.
   */
  private static final String LONGEST_LOCK_MS = "3600000";

  private static final String LOOPBACK = "127.0.0.1";

  private BrokerSettings() {}

  /**
   * The settings as Kafka names them.
   *
   * @param port where clients connect
   * @param controllerPort where the node talks to itself
   * @param storage the folder of the logs
   */
  static Properties of(int port, int controllerPort, Path storage) {
    Properties settings = new Properties();
    String clients = "PLAINTEXT://" + LOOPBACK + ":" + port;
    String itself = CONTROLLER + "://" + LOOPBACK + ":" + controllerPort;
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", String.valueOf(NODE));
    settings.setProperty("controller.quorum.voters", NODE + "@" + LOOPBACK + ":" + controllerPort);
    settings.setProperty("controller.listener.names", CONTROLLER);
    settings.setProperty("listeners", clients + "," + itself);
    settings.setProperty("advertised.listeners", clients);
    settings.setProperty(
        "listener.security.protocol.map", CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
    settings.setProperty("log.dirs", storage.toString());
    settings.setProperty("auto.create.topics.enable", "false");
    oneCopy(settings);
    small(settings);
    soonBack(settings);
    settings.setProperty("group.share.max.record.lock.duration.ms", LONGEST_LOCK_MS);
    return settings;
  }

  /** There is one node, so there is one copy of everything. */
  private static void oneCopy(Properties settings) {
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("min.insync.replicas", "1");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
  }

  /** Few partitions and buffers, and no waiting for members that do not exist. */
  private static void small(Properties settings) {
    settings.setProperty("offsets.topic.num.partitions", "1");
    settings.setProperty("transaction.state.log.num.partitions", "1");
    settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
    settings.setProperty("log.index.size.max.bytes", "262144");
    settings.setProperty("transaction.state.log.segment.bytes", "4194304");
    settings.setProperty("offsets.topic.segment.bytes", "4194304");
    settings.setProperty("metadata.log.segment.bytes", "16777216");
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "4");
    settings.setProperty("background.threads", "2");
    settings.setProperty("controlled.shutdown.enable", "false");
    settings.setProperty("log.message.timestamp.after.max.ms", "9223372036854775807");
  }

  /**
   * What a killed process left behind is in the way for seconds only: the broker's own
   * registration, transactions that nobody will end, and members of a share group. What a group has
   * read is never forgotten.
   */
  private static void soonBack(Properties settings) {
    settings.setProperty("broker.session.timeout.ms", "2000");
    settings.setProperty("broker.heartbeat.interval.ms", "500");
    settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    settings.setProperty("group.share.session.timeout.ms", "8000");
    settings.setProperty("group.share.min.session.timeout.ms", "8000");
    settings.setProperty("group.share.heartbeat.interval.ms", "2000");
    settings.setProperty("group.share.min.heartbeat.interval.ms", "2000");
    settings.setProperty("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
  }
}
