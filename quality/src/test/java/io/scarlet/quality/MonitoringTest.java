package io.scarlet.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scarlet.testing.metrics.MetricFamily;
import io.scarlet.testing.metrics.MetricsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Dashboard and alerts name what is served; the tests of the services hold the page to that. */
class MonitoringTest {

  private static final Path ROOT = SourceTree.ofProject().root();
  private static final Path FOLDER = ROOT.resolve("infra/monitoring");

  private static final Pattern JOB = Pattern.compile("\\bjob=~?\\\\?\"([^\"\\\\]+)");

  /** What Prometheus adds, and what parts of a histogram have. */
  private static final Set<String> OF_EVERY_SERIES = Set.of("job", "instance", "le");

  @TestFactory
  Stream<DynamicTest> everyQueryOfTheDashboardNamesMetricsThatExist() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    List<DynamicTest> tests = new ArrayList<>();
    dashboard
        .findValues("expr")
        .forEach(
            query ->
                tests.add(DynamicTest.dynamicTest(query.asText(), () -> check(query.asText()))));
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> everyAlertNamesMetricsThatExistAndSaysWhatToDo() throws IOException {
    List<Map<String, Object>> rules = rules();
    assertThat(rules).isNotEmpty();
    return rules.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.get("alert").toString(),
                    () -> {
                      check(rule.get("expr").toString());
                      assertThat(rule).containsKeys("labels", "annotations");
                      assertThat(rule.get("annotations").toString())
                          .contains("summary=", "description=");
                    }));
  }

  /** Those of the Prometheus operator are held to them where the manifests are tested. */
  @Test
  void everyJobThatIsAskedForIsScraped() throws IOException {
    Set<String> jobs =
        mapsIn(read("prometheus.yaml"), "scrape_configs")
            .map(job -> job.get("job_name").toString())
            .collect(Collectors.toSet());
    assertThat(jobs)
        .containsExactlyInAnyOrder("scarlet-trainer", "scarlet-evaluator", "scarlet-evolver");
    assertThat(askedFor())
        .isNotEmpty()
        .allSatisfy(job -> assertThat(jobs).anyMatch(each -> each.matches(job)));
  }

  /** Matchers of the label {@code job}, in whatever is asked for. */
  private static List<String> askedFor() throws IOException {
    String all =
        Files.readString(FOLDER.resolve("dashboard.json"))
            + Files.readString(FOLDER.resolve("alerts.yaml"));
    return JOB.matcher(all).results().map(found -> found.group(1)).toList();
  }

  @Test
  void namesOfSeriesAndLabelsAreFoundInAQuery() {
    QueryNames names =
        QueryNames.of(
            "histogram_quantile(0.5, sum by (le, job) (rate(a_bucket{x=~\"b|{c}\", y!=\"\"}[5m])))"
                + " > 1e3 and on (z) time() - max_over_time(d:e[1h] offset 5m) unless f");

    assertThat(names.series()).containsExactly("a_bucket", "d:e", "f");
    assertThat(names.labels()).containsExactly("job", "le", "x", "y", "z");
  }

  private static void check(String query) throws IOException {
    List<MetricFamily> families = MetricsPage.read(ROOT.resolve("docs")).families();
    QueryNames names = QueryNames.of(query);
    Set<String> labels = new TreeSet<>(OF_EVERY_SERIES);
    for (String series : names.series()) {
      List<MetricFamily> named =
          families.stream().filter(family -> family.series().contains(series)).toList();
      assertThat(named).as(series + " in docs/metrics.md").hasSize(1);
      labels.addAll(named.getFirst().labels());
    }
    assertThat(names.series()).isNotEmpty();
    assertThat(labels).containsAll(names.labels());
  }

  private static List<Map<String, Object>> rules() throws IOException {
    return mapsIn(read("alerts.yaml"), "groups").flatMap(group -> mapsIn(group, "rules")).toList();
  }

  @SuppressWarnings("unchecked") // as Prometheus has its files
  private static Map<String, Object> read(String file) throws IOException {
    return (Map<String, Object>)
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(FOLDER.resolve(file)));
  }

  @SuppressWarnings("unchecked") // as Prometheus has its files
  private static Stream<Map<String, Object>> mapsIn(Map<String, Object> content, String name) {
    return ((List<Map<String, Object>>) content.get(name)).stream();
  }
}
