package io.scarlet.export.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * From the names that another program gives tensors to ours of a {@code state_dict}: rules in
 * order, of which the first counts whose expression is the whole name. What no rule names keeps its
 * name. How often batch norms were trained is never needed.
 */
public final class NameMap {

  private static final Pattern COUNTERS = Pattern.compile("(.*\\.)?num_batches_tracked");
  private static final int LARGEST_TEXT = 1_000_000;

  /** No rules: all tensors are called as here. */
  public static final NameMap NONE = new NameMap(Map.of());

  /** Our name by the expression of theirs; empty for what is left out. */
  private final Map<Pattern, String> rules;

  private NameMap(Map<Pattern, String> rules) {
    this.rules = rules;
  }

  /**
   * A map of a YAML text, their names or regular expressions to ours; a name to nothing ({@code ~})
   * where a tensor is left out.
   *
   * @throws IllegalArgumentException with one line where it is none
   */
  public static NameMap read(String yaml) {
    Map<Pattern, String> rules = new LinkedHashMap<>();
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setSchema(new CoreSchema())
              .setCodePointLimit(LARGEST_TEXT)
              .build();
      if (!(new Load(settings).loadFromString(yaml) instanceof Map<?, ?> written)) {
        throw new IllegalArgumentException("a map of names has lines such as  theirs: ours");
      }
      for (Map.Entry<?, ?> rule : written.entrySet()) {
        String ours = Optional.<Object>ofNullable(rule.getValue()).orElse("").toString();
        rules.put(Pattern.compile(String.valueOf(rule.getKey())), ours);
      }
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "'%s' is no regular expression: %s".formatted(wrong.getPattern(), wrong.getDescription()),
          wrong);
    } catch (YamlEngineException wrong) {
      throw new IllegalArgumentException(
          "not YAML: " + wrong.getMessage().lines().findFirst().orElse(""), wrong);
    }
    return new NameMap(rules);
  }

  /**
   * Our name of a tensor; empty where it is left out.
   *
   * @throws IllegalArgumentException where a rule asks for a group that its expression lacks
   */
  Optional<String> ours(String theirs) {
    if (COUNTERS.matcher(theirs).matches()) {
      return Optional.empty();
    }
    for (Map.Entry<Pattern, String> rule : rules.entrySet()) {
      Matcher matcher = rule.getKey().matcher(theirs);
      if (matcher.matches()) {
        return named(matcher, rule.getValue());
      }
    }
    return Optional.of(theirs);
  }

  private static Optional<String> named(Matcher matcher, String ours) {
    try {
      return Optional.of(matcher.replaceFirst(ours)).filter(name -> !name.isEmpty());
    } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
      throw new IllegalArgumentException(
          "'%s' is no replacement for '%s': %s"
              .formatted(ours, matcher.pattern(), wrong.getMessage()),
          wrong);
    }
  }
}
