package io.scarlet.space.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of the file that knows where it stands.
 *
 * @param what how messages call it
 */
record YamlValue(Node node, String what) {

  /** Far beyond any network, and low enough that no count overflows. */
  static final int MOST = 1 << 16;

  /** Deeper than any space. */
  private static final int DEEPEST = 32;

  static YamlValue parse(String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel("space").build();
    Optional<Node> root;
    try {
      Optional<Event> tooDeep = YamlBounds.tooDeep(settings, yaml, DEEPEST);
      if (tooDeep.isPresent()) {
        throw failure(
            tooDeep.get().getStartMark(),
            "this is nested more than %d levels deep".formatted(DEEPEST));
      }
      root = new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw failure(mark, "this is not YAML: " + oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw failure(Optional.empty(), "this is not YAML: " + oneLine(e.getMessage()));
    }
    return new YamlValue(
        root.orElseThrow(() -> failure(Optional.empty(), "the file is empty: see 'describe'")),
        "the search space");
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }

  private static SearchSpaceSyntaxException failure(Optional<Mark> mark, String problem) {
    return new SearchSpaceSyntaxException(
        mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, problem);
  }

  SearchSpaceSyntaxException failure(String problem) {
    return failure(node.getStartMark(), problem);
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The mapping, all of whose keys are known. */
  YamlSection section(String... known) {
    if (node instanceof MappingNode mapping) {
      return YamlSection.of(this, mapping, List.of(known));
    }
    throw failure(
        what
            + " needs keys and values, of these: "
            + String.join(", ", known)
            + ", got "
            + shown());
  }

  /** The values of a list with at least one. */
  List<YamlValue> items(String item) {
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      List<YamlValue> items = new ArrayList<>();
      sequence.getValue().forEach(value -> items.add(new YamlValue(value, item)));
      return items;
    }
    throw failure(what + " needs a list with at least one item, got " + shown());
  }

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw failure(what + " needs one value, got " + shown());
  }

  int integer(int least, int most) {
    try {
      int value = Integer.parseInt(text());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw failure(what + " needs a whole number, got " + shown());
    }
    throw failure(what + " lies in " + least + " to " + most + ", got " + shown());
  }

  /** An odd number of at most 7. */
  int kernel() {
    int kernel = integer(1, 7);
    if (kernel % 2 == 0) {
      throw failure(what + " is 1, 3, 5 or 7, got " + shown());
    }
    return kernel;
  }

  double rate() {
    try {
      double value = Double.parseDouble(text());
      if (value >= 0 && value < 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw failure(what + " needs a number, got " + shown());
    }
    throw failure(what + " lies in 0 to 1 (exclusive), got " + shown());
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw failure(what + " is true or false, got " + shown());
    };
  }

  /** One of the names in lower case, with hyphens. */
  <T extends Enum<T>> T oneOf(Class<T> type) {
    T[] constants = type.getEnumConstants();
    return Stream.of(constants)
        .filter(constant -> name(constant).equals(text()))
        .findFirst()
        .orElseThrow(
            () ->
                failure(
                    what
                        + " is one of "
                        + Stream.of(constants)
                            .map(YamlValue::name)
                            .collect(Collectors.joining(", "))
                        + ", got "
                        + shown()));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value as messages show it. */
  String shown() {
    return switch (node) {
      case ScalarNode scalar when scalar.getValue().isBlank() -> "nothing";
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      case SequenceNode sequence -> "a list of " + sequence.getValue().size();
      default -> "keys and values";
    };
  }
}
