package io.scarlet.request;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fork as a person asked for it.
 *
 * @param generation at which it leaves its parent, the first of its own
 * @param changes of settings
 */
public record ForkWish(int generation, Written.Mapping changes) {

  private static final String GENERATION = "generation";

  /**
   * From one text that has the generation beside the changes.
   *
   * @throws RequestRefused where there is no generation, or it is no whole number
   */
  public static ForkWish from(Written.Mapping written) {
    if (!(written.entries().get(GENERATION) instanceof Written.Scalar number)) {
      throw written
          .place()
          .refuse("a fork needs '" + GENERATION + "', at which it leaves its parent");
    }
    Map<String, Written> entries = new LinkedHashMap<>(written.entries());
    entries.remove(GENERATION);
    Map<String, Place> keys = new LinkedHashMap<>(written.keys());
    keys.remove(GENERATION);
    try {
      return new ForkWish(
          Integer.parseInt(number.text()),
          new Written.Mapping(written.place(), entries, keys, written.source()));
    } catch (NumberFormatException notOne) {
      throw number
          .place()
          .refuse("'%s' needs a whole number, got %s".formatted(GENERATION, number.shown()));
    }
  }
}
