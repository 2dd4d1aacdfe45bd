package io.scarlet.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.scarlet.evolver.RegistryConfig;
import io.scarlet.evolver.access.AccessSettings;
import io.scarlet.trainer.TrainerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} has every setting of every service, and its default. */
class SettingsPageTest {

  private static final Path PAGE = Path.of("../../docs/settings.md");
  private static final Path PACKAGED =
      Path.of("../../evolver-service/src/main/resources/application.properties");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(scarlet\\.[a-z.-]+)` \\| ([^|]+) \\|");
  private static final Pattern VALUE = Pattern.compile("`([^`]+)`");

  @Test
  void every_service_has_the_settings_of_the_registry() throws IOException {
    assertThat(rows("Every service").keySet())
        .isEqualTo(MappedSettings.defaults(RegistryConfig.class).keySet());
  }

  @Test
  void the_trainer() throws IOException {
    assertThat(defaults("Trainer")).isEqualTo(own(TrainerSettings.class));
  }

  @Test
  void the_evaluator() throws IOException {
    assertThat(defaults("Evaluator")).isEqualTo(own(EvaluatorSettings.class));
  }

  @Test
  void the_evolver() throws Exception {
    Properties packaged = new Properties();
    packaged.load(Files.newBufferedReader(PACKAGED));
    Map<String, Optional<String>> expected =
        new TreeMap<>(MappedSettings.defaults(AccessSettings.class));
    expected.putAll(MappedSettings.defaults(Class.forName("io.scarlet.evolver.EvolverConfig")));
    expected.put("scarlet.store.url", Optional.empty());
    String patience = "scarlet.evolver.patience";
    expected.put(patience, Optional.of(packaged.getProperty(patience)));

    assertThat(defaults("Evolver")).isEqualTo(expected);
    assertThat(rows("Every service").get("scarlet.registry.url"))
        .endsWith("evolver `%s`".formatted(packaged.getProperty("scarlet.registry.url")));
  }

  private static Map<String, Optional<String>> own(Class<?> mapping) {
    return MappedSettings.defaults(mapping).entrySet().stream()
        .filter(Predicate.not(setting -> setting.getKey().startsWith("scarlet.registry.")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A cell that is code is a value; words tell what holds without one. */
  private static Map<String, Optional<String>> defaults(String section) throws IOException {
    return rows(section).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                row ->
                    Optional.of(VALUE.matcher(row.getValue()))
                        .filter(value -> value.matches())
                        .map(value -> value.group(1))));
  }

  private static Map<String, String> rows(String section) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("\n## " + section + "\n");
    int end = page.indexOf("\n## ", start + 1);
    return ROW.matcher(page.substring(start, end < 0 ? page.length() : end))
        .results()
        .collect(
            Collectors.toMap((MatchResult row) -> row.group(1), (MatchResult row) -> row.group(2)));
  }
}
