package io.scarlet.schemas.kafka;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the broker must keep of every topic. All are journals: the log is the search, so nothing is
 * compacted and nothing expires.
 */
final class TopicSettings {

  /** Bytes of a record batch: a generation with its population and front in one record. */
  static final int LARGEST_BATCH = 8 * 1024 * 1024;

  /** Names and values as the broker reports them. */
  static final Map<String, String> JOURNAL =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_DELETE,
          TopicConfig.RETENTION_MS_CONFIG,
          "-1",
          TopicConfig.RETENTION_BYTES_CONFIG,
          "-1",
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(LARGEST_BATCH));

  private TopicSettings() {}
}
