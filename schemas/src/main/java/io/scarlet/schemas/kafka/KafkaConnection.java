package io.scarlet.schemas.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * How the broker is reached: what every client of a process has in common, address and security
 * above all, under Kafka's own names. No client is made of anything less.
 *
 * @param settings those of the environment named {@code kafka.*}, without that prefix. A group id
 *     is left out: each client has its own, or none
 */
public record KafkaConnection(Map<String, Object> settings) {

  private static final Pattern USER = Pattern.compile("username\\s*=\\s*[\"']?([^\"'\\s;]+)");

  public KafkaConnection {
    Map<String, Object> common = new HashMap<>(settings);
    common.remove(CommonClientConfigs.GROUP_ID_CONFIG);
    settings = Map.copyOf(common);
  }

  /** A broker that asks for nothing. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(
        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** The settings of a client: these, and over them its own. */
  public Map<String, Object> with(Map<String, ?> own) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(own);
    return all;
  }

  /** A client that administers; the caller closes it. */
  public Admin admin() {
    return Admin.create(settings);
  }

  /**
   * A consumer that looks on, without a group: what is committed, of the partitions that it is
   * given. The caller closes it.
   */
  public <K, V> KafkaConsumer<K, V> reader(Deserializer<K> keys, Deserializer<V> values) {
    Map<String, Object> own = new HashMap<>(settings);
    own.remove(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG);
    own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(own, keys, values);
  }

  /**
   * Who the broker takes us for, for messages: the broker does not tell, so this is known for users
   * with a name only.
   */
  Optional<String> principal() {
    return Optional.ofNullable(settings.get(SaslConfigs.SASL_JAAS_CONFIG))
        .map(jaas -> USER.matcher(jaas.toString()))
        .filter(Matcher::find)
        .map(user -> "User:" + user.group(1));
  }

  /** Without the settings: some are secrets. */
  @Override
  public String toString() {
    return "KafkaConnection to " + settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
  }
}
