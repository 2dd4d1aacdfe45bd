package io.scarlet.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Services are scraped, all of them and nothing else, each as the job of its name: those that are
 * scraped without an operator, which dashboard and alerts ask for.
 */
final class ScrapeRule implements Rule {

  /** A folder of the project beside that of the manifests. */
  static final Path MONITORING = Manifests.FOLDER.resolve("../monitoring");

  private static final String NAME = "app.kubernetes.io/name";

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests
        .of("PodMonitor")
        .flatMap(
            monitor ->
                Stream.of(
                        namespace(manifests, monitor),
                        jobs(manifests, monitor),
                        ports(manifests, monitor))
                    .flatMap(faults -> faults)
                    .map(fault -> monitor.title() + ": " + fault));
  }

  private static Stream<String> namespace(Manifests manifests, Manifest monitor) {
    Object names = Manifest.at(monitor.map("spec"), "namespaceSelector", "matchNames");
    List<String> namespaces = manifests.of("Namespace").map(Manifest::name).toList();
    return namespaces.equals(names)
        ? Stream.of()
        : Stream.of("looks in %s, pods are in %s".formatted(names, namespaces));
  }

  private static Stream<String> jobs(Manifests manifests, Manifest monitor) {
    Set<String> found =
        selected(manifests, monitor)
            .flatMap(
                pods ->
                    endpoints(monitor)
                        .map(each -> job(each, pods.podLabels()).orElse(monitor.name())))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = jobsWithoutOperator();
    return found.equals(expected)
        ? Stream.of()
        : Stream.of("scrapes the jobs %s, not %s".formatted(found, expected));
  }

  private static Stream<String> ports(Manifests manifests, Manifest monitor) {
    return selected(manifests, monitor)
        .flatMap(
            pods ->
                endpoints(monitor)
                    .map(each -> each.get("port"))
                    .filter(port -> !ports(pods).contains(port))
                    .map(port -> "pods of %s have no port %s".formatted(pods.name(), port)));
  }

  private static Stream<Manifest> selected(Manifests manifests, Manifest monitor) {
    Selector selector = Selector.in(monitor.map("spec", "selector"));
    return manifests.of("Deployment").filter(each -> selector.selects(each.podLabels()));
  }

  private static Stream<Map<String, Object>> endpoints(Manifest monitor) {
    return monitor.maps("spec", "podMetricsEndpoints").stream();
  }

  private static List<Object> ports(Manifest pods) {
    return pods.containers()
        .flatMap(container -> Manifest.mapsIn(container.get("ports")).stream())
        .map(port -> port.get("name"))
        .toList();
  }

  private static Optional<String> job(Map<String, Object> endpoint, Map<String, Object> labels) {
    Object name = List.of("__meta_kubernetes_pod_label_" + NAME.replaceAll("[^a-z]", "_"));
    return Manifest.mapsIn(endpoint.get("relabelings")).stream()
        .filter(each -> "job".equals(each.get("targetLabel")))
        .filter(each -> name.equals(each.get("sourceLabels")))
        .map(each -> String.valueOf(each.getOrDefault("replacement", "$1")))
        .map(replacement -> replacement.replace("$1", String.valueOf(labels.get(NAME))))
        .findFirst();
  }

  private static Set<String> jobsWithoutOperator() {
    Manifest settings = Manifests.file(MONITORING.resolve("prometheus.yaml")).all().getFirst();
    return settings.maps("scrape_configs").stream()
        .map(job -> String.valueOf(job.get("job_name")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
