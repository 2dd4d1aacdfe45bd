package io.scarlet.request.io;

import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import io.scarlet.space.io.YamlBounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML to values that know their place. JSON is YAML, so it reads that too. */
public final class RequestYaml {

  /** Deeper than any request; an alias that leads to itself would never end. */
  private static final int DEEPEST = 32;

  /** More than any request; aliases to aliases would grow without bound. */
  private static final int MOST_VALUES = 20_000;

  private static final String TOO_DEEP = "this is nested too deeply, or an alias leads to itself";

  private final String label;
  private final String yaml;
  private int values;

  private RequestYaml(String label, String yaml) {
    this.label = label;
    this.yaml = yaml;
  }

  /**
   * The keys and values of a text.
   *
   * @param label how messages call the text
   * @throws RequestRefused with line and column
   */
  public static Written.Mapping mapping(String label, String yaml) {
    RequestYaml reader = new RequestYaml(label, yaml);
    Written written = reader.read().orElseThrow(() -> new RequestRefused(label + ": it is empty"));
    if (written instanceof Written.Mapping mapping) {
      return mapping;
    }
    throw written.place().refuse("a request is keys and values, got " + written.shown());
  }

  /**
   * One value, as an option of the command line gives it.
   *
   * @param option the option with its value
   * @throws RequestRefused where it is not YAML
   */
  public static Written value(String option, String yaml) {
    RequestYaml reader = new RequestYaml(option, yaml);
    return reader.read().orElse(new Written.Scalar(new Place(option), "", false));
  }

  private Optional<Written> read() {
    LoadSettings settings =
        LoadSettings.builder().setLabel(label).setAllowNonScalarKeys(true).build();
    try {
      Optional<Event> tooDeep = YamlBounds.tooDeep(settings, yaml, DEEPEST);
      if (tooDeep.isPresent()) {
        throw place(tooDeep.get().getStartMark()).refuse(TOO_DEEP);
      }
      return new Compose(settings).composeString(yaml).map(node -> written(node, 0));
    } catch (MarkedYamlEngineException malformed) {
      Optional<Mark> mark = malformed.getProblemMark().or(malformed::getContextMark);
      throw place(mark).refuse("this is not YAML: " + oneLine(malformed.getProblem()));
    } catch (YamlEngineException malformed) {
      throw new Place(label).refuse("this is not YAML: " + oneLine(malformed.getMessage()));
    }
  }

  private Written written(Node node, int depth) {
    Place place = place(node.getStartMark());
    if (depth > DEEPEST) {
      throw place.refuse(TOO_DEEP);
    }
    values++;
    if (values > MOST_VALUES) {
      throw place.refuse("this has more than %d values".formatted(MOST_VALUES));
    }
    return switch (node) {
      case ScalarNode scalar ->
          new Written.Scalar(
              place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
      case SequenceNode sequence -> {
        List<Written> items =
            sequence.getValue().stream().map(item -> written(item, depth + 1)).toList();
        yield new Written.Sequence(place, items);
      }
      case MappingNode mapping -> mapping(mapping, place, depth);
      default -> throw place.refuse("this kind of YAML has no meaning in a request");
    };
  }

  private Written.Mapping mapping(MappingNode node, Place place, int depth) {
    Map<String, Written> entries = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Place at = place(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw at.refuse("a key is one word");
      }
      if (entries.put(key.getValue(), written(tuple.getValueNode(), depth + 1)) != null) {
        throw at.refuse("the setting '" + key.getValue() + "' is there twice: remove one");
      }
      keys.put(key.getValue(), at);
    }
    return new Written.Mapping(place, entries, keys, source(node));
  }

  /**
   * The text of a node, at the same lines and columns as in the whole text: what stands before is
   * blank. So a message about the part is right about the whole.
   */
  private String source(Node node) {
    Optional<Mark> start = node.getStartMark();
    Optional<Mark> end = node.getEndMark();
    if (start.isEmpty() || end.isEmpty()) {
      return "";
    }
    int from = yaml.offsetByCodePoints(0, start.get().getIndex());
    int to = yaml.offsetByCodePoints(0, end.get().getIndex());
    return "\n".repeat(start.get().getLine())
        + " ".repeat(start.get().getColumn())
        + yaml.substring(from, to);
  }

  private Place place(Optional<Mark> mark) {
    return mark.filter(known -> !label.startsWith("--"))
        .map(known -> Place.in(label, known.getLine() + 1, known.getColumn() + 1))
        .orElseGet(() -> new Place(label));
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }
}
