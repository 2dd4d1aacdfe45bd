package io.scarlet.space.io;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/**
 * How deep a YAML text may be nested. The parser's own composer calls itself for each level, so
 * that a short text of brackets would end the thread that reads it; events come one by one.
 */
public final class YamlBounds {

  private YamlBounds() {}

  /**
   * Where a text is nested too deeply; nothing behind that place is read.
   *
   * @param deepest levels that are allowed
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException where it is no YAML before
   */
  public static Optional<Event> tooDeep(LoadSettings settings, String yaml, int deepest) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(yaml)) {
      depth +=
          switch (event.getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
          };
      if (depth > deepest) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }
}
