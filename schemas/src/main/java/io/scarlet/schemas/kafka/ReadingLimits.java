package io.scarlet.schemas.kafka;

import io.scarlet.schemas.TopicCatalogue;
import java.util.List;
import org.apache.avro.SystemLimitException;

/**
 * How much Avro may make room for. A broken length would make it ask for gigabytes; nothing is
 * longer than its record.
 */
public final class ReadingLimits {

  private ReadingLimits() {}

  /**
   * Sets the limits, unless somebody has set others. Avro looks them up once, when it reads for the
   * first time, so this comes before: also before the first event is built, since Avro reads the
   * defaults of its fields.
   */
  public static void apply() {
    for (String property :
        List.of(
            SystemLimitException.MAX_STRING_LENGTH_PROPERTY,
            SystemLimitException.MAX_BYTES_LENGTH_PROPERTY,
            SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY)) {
      System.getProperties().putIfAbsent(property, Integer.toString(TopicCatalogue.LARGEST_BATCH));
    }
  }
}
