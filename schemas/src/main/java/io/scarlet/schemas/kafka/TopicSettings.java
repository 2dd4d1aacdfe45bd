package io.scarlet.schemas.kafka;

import io.scarlet.schemas.TopicCatalogue;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the broker must keep of every topic. All are journals: the log is the search, so nothing is
 * compacted and nothing expires.
 */
public final class TopicSettings {

  /** Names and values as the broker reports them. */
  public static final Map<String, String> JOURNAL =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_DELETE,
          TopicConfig.RETENTION_MS_CONFIG,
          "-1",
          TopicConfig.RETENTION_BYTES_CONFIG,
          "-1",
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(TopicCatalogue.LARGEST_BATCH));

  private TopicSettings() {}
}
