package io.scarlet.testing.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServedMetricsTest {

  private static final String PAGE =
      """
      # HELP scarlet_letters_total Records that are of no use
      # TYPE scarlet_letters_total counter
      scarlet_letters_total{reason="a \\"}\\" b",search="one"} 3.0
      scarlet_letters_total{reason="other"} 0.0
      # HELP scarlet_work_seconds Time that it took
      # TYPE scarlet_work_seconds histogram
      scarlet_work_seconds_bucket{outcome="done",le="0.5"} 1
      scarlet_work_seconds_bucket{outcome="done",le="+Inf"} 1
      scarlet_work_seconds_count{outcome="done"} 1
      scarlet_work_seconds_sum{outcome="done"} 0.25
      # HELP scarlet_work_seconds_max Time that it took
      # TYPE scarlet_work_seconds_max gauge
      scarlet_work_seconds_max{outcome="done"} 0.25
      # HELP scarlet_empty Nothing has it
      # TYPE scarlet_empty gauge
      # TYPE jvm_threads gauge
      jvm_threads NaN
      """;

  private final ServedMetrics served = ServedMetrics.of(PAGE);

  @Test
  void what_is_served_reads_as_rows_of_the_page() {
    assertThat(served.rows("scarlet_"))
        .containsExactly(
            "| `scarlet_letters_total` | counter | `reason`, `search` | Records that are of no use"
                + " |",
            "| `scarlet_work_seconds` | histogram | `outcome` | Time that it took |");
  }

  @Test
  void the_rows_of_the_page_read_as_what_is_served() {
    List<String> rows = served.families().stream().map(MetricFamily::row).toList();

    assertThat(new MetricsPage(rows).families()).isEqualTo(served.families());
  }

  @Test
  void a_query_names_a_histogram_by_its_parts() {
    assertThat(served.families().stream().flatMap(family -> family.series().stream()))
        .containsExactly(
            "jvm_threads",
            "scarlet_letters_total",
            "scarlet_work_seconds_bucket",
            "scarlet_work_seconds_count",
            "scarlet_work_seconds_sum",
            "scarlet_work_seconds_max");
  }

  @Test
  void what_the_page_has_and_nobody_serves_is_missing() {
    MetricsPage page =
        new MetricsPage(List.of("| `jvm_threads` | gauge |  |  |", "| `jvm_gc` | gauge |  |  |"));

    assertThat(served.missing(page, "jvm_", "scarlet_")).containsExactly("jvm_gc");
  }
}
