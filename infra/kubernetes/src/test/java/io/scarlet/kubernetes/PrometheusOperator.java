package io.scarlet.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/**
 * What is used of the kinds of the Prometheus operator. A field that is not listed here may exist
 * all the same: add it after a look at the operator's definition.
 */
final class PrometheusOperator {

  private PrometheusOperator() {}

  /** {@code monitoring.coreos.com/v1}. */
  record PodMonitor(String apiVersion, String kind, ObjectMeta metadata, Monitoring spec) {}

  /** Which pods are scraped, and how. */
  record Monitoring(
      Namespaces namespaceSelector,
      @JsonProperty(required = true) LabelSelector selector,
      List<Endpoint> podMetricsEndpoints) {}

  /** Where the pods are; in the monitor's own namespace where nothing is said. */
  record Namespaces(List<String> matchNames) {}

  /** A port by its name. */
  record Endpoint(String port, String path, String interval, List<Relabeling> relabelings) {}

  /** A label that is made of others; {@code $1} stands for their values. */
  record Relabeling(List<String> sourceLabels, String targetLabel, String replacement) {}
}
